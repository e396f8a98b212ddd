import { instant, memberId, type Instant, type JsonObject } from '@tavolo/kernel';
import {
  entryOfMandateAct,
  entryOfMandateConsequence,
  entryOfProposedMandate,
  headOfProposal,
  ledgerEntryOf,
  mandateClockSteps,
  proposalStream,
  proposeMandate,
  standingOf,
  startedData,
  startProcedure,
  stepMandate,
  withLedgerEntry,
  withStanding,
  type ActPayloads,
  type Mandate,
  type MandateAct,
  type MandateActName,
  type MandateActPayloads,
  type MandateConsequence,
  type Procedure,
  type ProcedureAct,
  type ProcedureActName,
  type ProcedureEntry,
} from '../src/index.js';
import { actEntries, clockEntries, tableEntries } from './logs.js';
import { mandateRules, mandateTable, mandateTerms } from './mandates.js';
import { actorAt } from './tables.js';

/** The log of a table that decides under a mandate, written act by act as the server writes it. */
export class MandateLog {
  readonly entries: ProcedureEntry[] = [];
  readonly #decisions = new Map<string, Procedure>();
  #mandate: Mandate;

  constructor(private now: Instant) {
    const by = actorAt(mandateTable, 'm32');
    const proposed = proposeMandate(mandateTerms, by, mandateTable, now);
    if (!proposed.ok) throw new Error(proposed.refusal.code);
    this.#mandate = proposed.mandate;
    this.#write(tableEntries(mandateTable, mandateRules, now));
    this.#write([entryOfProposedMandate(this.#mandate, by, now)]);
  }

  get mandate(): Mandate {
    return this.#mandate;
  }

  /** What the clock has brought about by then is recorded, of the mandate first. */
  at(moment: string): this {
    this.now = instant(moment);
    for (const { mandate, consequences } of mandateClockSteps(this.#mandate, this.now)) {
      this.#mandate = mandate;
      this.#followed(consequences);
    }
    for (const key of this.#decisions.keys()) this.#tell(key);
    return this;
  }

  on<Name extends MandateActName>(name: Name, member: string, payload: MandateActPayloads[Name]): this {
    const by = actorAt(mandateTable, member);
    const act = { ...payload, name, by, table: mandateTable } as unknown as MandateAct;
    const outcome = stepMandate(this.#mandate, act, this.now);
    if (!outcome.ok) throw new Error(`${name} by ${member} is refused: ${outcome.refusal.code}`);
    this.#mandate = outcome.mandate;
    this.#write([entryOfMandateAct({ act, after: outcome.mandate, now: this.now })]);
    this.#followed(outcome.consequences);
    for (const key of this.#decisions.keys()) this.#tell(key);
    return this;
  }

  /** A decision that m32 begins. */
  draft(proposal: string): this {
    const beginning = { sponsors: [memberId('m32')], mandate: standingOf(this.#mandate, proposal) };
    const procedure = startProcedure({ rulebook: mandateRules, now: this.now, ...beginning });
    const data = {
      ...headOfProposal(proposal, procedure),
      mode: procedure.mode,
      sponsors: beginning.sponsors,
      ...startedData(beginning, procedure, this.now),
    };
    this.#write([{ at: this.now, actor: 'm32', act: 'proposal.drafted', stream: proposalStream(proposal), data }]);
    this.#decisions.set(proposal, procedure);
    return this;
  }

  act<Name extends ProcedureActName>(
    proposal: string,
    name: Name,
    member: string,
    payload: Omit<ActPayloads[Name], 'mandate'>,
  ): this {
    const before = this.#tell(proposal);
    const mandate = before.mode === 'auto_administration' ? before.mandate : null;
    const carries = name === 'decision.submitted' || name === 'vote.opened' ? { ...payload, mandate } : payload;
    const by = actorAt(mandateTable, member);
    const act = { ...carries, name, by, table: mandateTable } as unknown as ProcedureAct;
    const done = actEntries(proposal, before, act, this.now);
    if (!done) throw new Error(`${name} by ${member} is refused`);
    this.#write(done.entries);
    this.#become(proposal, done.procedure);
    return this;
  }

  /** Tells a decision how the mandate stands, with what follows from that by now. */
  #tell(proposal: string): Procedure {
    const decision = this.#decisions.get(proposal);
    if (!decision) throw new Error(`there is no decision ${proposal}`);
    const told = withStanding(decision, standingOf(this.#mandate, proposal));
    const { procedure, entries } = clockEntries(proposal, told, this.now);
    this.#write(entries);
    this.#become(proposal, procedure);
    return procedure;
  }

  #become(proposal: string, procedure: Procedure): void {
    this.#decisions.set(proposal, procedure);
    if (procedure.mode !== 'auto_administration') return;
    const kept = withLedgerEntry(this.#mandate, proposal, ledgerEntryOf(procedure));
    if (!kept.ok) throw new Error(kept.refusal.code);
    this.#mandate = kept.mandate;
  }

  #followed(consequences: readonly MandateConsequence[]): void {
    this.#write(consequences.map((one) => entryOfMandateConsequence(one, this.#mandate)));
  }

  #write(entries: readonly ProcedureEntry[]): void {
    this.entries.push(...(JSON.parse(JSON.stringify(entries)) as ProcedureEntry[]));
  }
}

/** The data of an entry with members of an object in it changed. */
export const inside = (data: JsonObject, name: string, change: JsonObject): JsonObject => ({
  ...data,
  [name]: { ...(data[name] as JsonObject), ...change },
});
