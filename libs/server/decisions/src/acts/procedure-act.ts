import {
  step,
  type ActPayloads,
  type Procedure,
  type ProcedureAct as ActValue,
  type ProcedureActName,
} from '@tavolo/governance';
import { type JsonObject } from '@tavolo/kernel';
import { type DisclosureDraft } from '@tavolo/server-platform';
import {
  ProposalAct,
  recordOnProposal,
  saveProcedure,
  words,
  type ProposalState,
  type Scene,
} from '@tavolo/server-proposals';
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

  /** What the log shows of it beside proposal, rulebook, seat and roles: ids, enumerations, hashes. `after` is what the act has led to. */
  protected data(_payload: ActPayloads[Name], _after: Procedure, _scene: Scene): JsonObject {
    return {};
  }

  /** Records the act, in the stream of the proposal unless the act has one of its own. */
  protected record(payload: ActPayloads[Name], scene: Scene, after: Procedure): void {
    recordOnProposal(scene, this.name, {
      data: this.data(payload, after, scene),
      disclosures: freeTexts(payload, scene),
    });
  }

  /** What the member's act brings about beyond what follows by itself. */
  protected thereafter(after: Procedure, _scene: Scene): Procedure | Promise<Procedure> {
    return after;
  }

  protected async perform(body: Body, scene: Scene): Promise<ProposalState> {
    const current = upToDate(scene);
    const payload = await this.payload(body, current);
    const decided = decide(current, this.name, payload);
    this.record(payload, current, decided.procedure);
    recordConsequences(current, decided);
    const after = await this.thereafter(decided.procedure, current);
    return saveProcedure(current.context.manager, current.proposal, after, current.context.now);
  }
}

/** The domain's answer to an act of the scene's member. Throws `DomainRefusal`. */
export function decide<Name extends ProcedureActName>(scene: Scene, name: Name, payload: ActPayloads[Name]): Followed {
  const { context, proposal, actor, composition } = scene;
  const act = { ...payload, name, by: actor, table: composition } as unknown as ActValue;
  const outcome = step(proposal.procedure, act, context.now);
  if (!outcome.ok) throw refuse(outcome.refusal);
  return outcome;
}

/** What people write freely; it goes into the log as erasable disclosures only. */
const freeTextNames = [
  'reason',
  'change',
  'text',
  'statement',
  'condition',
  'interest',
  'urgentReason',
  'finding',
  'may',
  'mayNot',
  'what',
];

/** The free texts of an act, each as a disclosure of the person who wrote it. */
export function freeTexts(payload: object, scene: Pick<Scene, 'person'>): DisclosureDraft[] {
  return Object.entries(payload).flatMap(([name, value]) =>
    freeTextNames.includes(name) && typeof value === 'string' ? words(name, value, scene) : [],
  );
}
