import {
  decidedData,
  freeTextNames,
  step,
  type ActPayloads,
  type Procedure,
  type ProcedureAct as ActValue,
  type ProcedureActName,
} from '@tavolo/governance';
import { type JsonObject } from '@tavolo/kernel';
import { type DisclosureDraft } from '@tavolo/server-platform';
import { ProposalAct, saveProcedure, words, type ProposalState, type Scene } from '@tavolo/server-proposals';
import { recordAct } from '../recording/act-entries.js';
import { recordConsequences, upToDate, type Followed } from '../recording/consequences.js';
import { refuse } from './refusals.js';

/**
 * An act that the procedure decides (design: a procedure is a value). What the clock has brought about meanwhile is recorded first; then
 * the domain decides; then the act is recorded, and everything that follows from it, each as an entry of its own. A refusal leaves no trace.
 */
export abstract class ProcedureAct<Name extends ProcedureActName, Body extends object> extends ProposalAct<Body> {
  abstract override readonly name: Name;

  /** What the act says to the domain: the member's words, and what the server adds: keys, frozen texts. */
  protected abstract payload(body: Body, scene: Scene): ActPayloads[Name] | Promise<ActPayloads[Name]>;

  /** What the log shows of it beside what replaying needs and `@tavolo/governance` shows: ids, enumerations, hashes. */
  protected data(_payload: ActPayloads[Name], _after: Procedure, _scene: Scene): JsonObject {
    return {};
  }

  /** What can be erased of it: the words that were written. */
  protected disclosures(payload: ActPayloads[Name], scene: Scene): DisclosureDraft[] {
    return freeTexts(payload, scene);
  }

  /** What the member's act brings about beyond what follows by itself. */
  protected thereafter(after: Procedure, _scene: Scene): Procedure | Promise<Procedure> {
    return after;
  }

  protected async perform(body: Body, scene: Scene): Promise<ProposalState> {
    const current = upToDate(scene);
    const payload = await this.payload(body, current);
    const decided = decide(current, this.name, payload);
    const act = actIn(current, this.name, payload);
    const data = this.data(payload, decided.procedure, current);
    recordAct(current, act, decided.procedure, { data, disclosures: this.disclosures(payload, current) });
    recordConsequences(current, decided);
    const after = await this.thereafter(decided.procedure, current);
    return saveProcedure(current.context.manager, current.proposal, after, current.context.now);
  }
}

/** The domain's answer to an act of the scene's member. Throws `DomainRefusal`. */
export function decide<Name extends ProcedureActName>(scene: Scene, name: Name, payload: ActPayloads[Name]): Followed {
  const { context, proposal } = scene;
  const outcome = step(proposal.procedure, actIn(scene, name, payload), context.now);
  if (!outcome.ok) throw refuse(outcome.refusal);
  return outcome;
}

/** What the entry of an act that is recorded elsewhere has to say so that it can be carried out again. Throws `DomainRefusal`. */
export function saidOf<Name extends ProcedureActName>(
  scene: Scene,
  name: Name,
  payload: ActPayloads[Name],
): JsonObject {
  const { context, proposal } = scene;
  const { procedure: after } = decide(scene, name, payload);
  const act = actIn(scene, name, payload);
  return decidedData({ proposal: proposal.key, act, before: proposal.procedure, after, now: context.now });
}

/** An act of the scene's member, as the domain is told of it. */
export const actIn = <Name extends ProcedureActName>(
  { actor, composition }: Scene,
  name: Name,
  payload: ActPayloads[Name],
): ActValue => ({ ...payload, name, by: actor, table: composition }) as unknown as ActValue;

/** The free texts of an act, each as a disclosure of the person who wrote it. */
export function freeTexts(payload: object, scene: Pick<Scene, 'person'>): DisclosureDraft[] {
  return Object.entries(payload).flatMap(([name, value]) =>
    freeTextNames.includes(name) && typeof value === 'string' ? words(name, value, scene) : [],
  );
}
