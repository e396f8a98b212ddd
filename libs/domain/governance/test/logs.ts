import { instant, memberId, type Instant, type JsonObject } from '@tavolo/kernel';
import {
  clockSteps,
  entriesOfAct,
  entryOfConsequence,
  headOfProposal,
  proposalStream,
  startProcedure,
  startedData,
  step,
  type ActPayloads,
  type Composition,
  type Procedure,
  type ProcedureAct,
  type ProcedureActName,
  type ProcedureEntry,
  type Rulebook,
} from '../src/index.js';
import { actorAt } from './tables.js';

/** An entry as it comes out of a bundle. */
const written = (entry: ProcedureEntry): ProcedureEntry => JSON.parse(JSON.stringify(entry)) as ProcedureEntry;

/** The entries of what the clock brings about until `now`, and the procedure as it stands then. */
export function clockEntries(proposal: string, start: Procedure, now: Instant) {
  const steps = clockSteps(start, now);
  const entries = steps.flatMap(({ procedure, consequences }) =>
    consequences.map((one) => written(entryOfConsequence(proposal, one, procedure))),
  );
  return { procedure: steps.at(-1)?.procedure ?? start, entries };
}

/** The entries of an act that is accepted, and of what follows; `null` when it is refused. */
export function actEntries(proposal: string, before: Procedure, given: ProcedureAct, now: Instant) {
  const act = frozenNow(before, given, now);
  const outcome = step(before, act, now);
  if (!outcome.ok) return null;
  const { procedure: after, consequences } = outcome;
  const followed = consequences.map((one) => entryOfConsequence(proposal, one, after));
  const entries = [...entriesOfAct({ proposal, act, before, after, now }), ...followed].map(written);
  return { procedure: after, entries };
}

/** The act with the moment at which its text, if it brings one that is new, is frozen: its own. */
function frozenNow(before: Procedure, act: ProcedureAct, now: Instant): ProcedureAct {
  if (!('text' in act) || typeof act.text === 'string') return act;
  const { version, textHash } = act.text;
  const known = before.versions.find((one) => one.version === version && one.textHash === textHash);
  return { ...act, text: { ...act.text, at: known?.at ?? now } } as ProcedureAct;
}

/** A table as its log tells it: who sits where from the beginning, and the rules. */
export function tableEntries(table: Composition, rulebook: Rulebook, at: Instant): ProcedureEntry[] {
  const entry = (act: string, stream: string, data: JsonObject): ProcedureEntry =>
    written({ at, actor: null, act, stream, data });
  const { key, version, mode } = rulebook;
  const seats = table.seats.map(({ id, holder: _holder, deputy: _deputy, ...seat }) => ({ seat: id, ...seat }));
  const filled = table.seats.flatMap(({ id: seat, sector, holder, deputy }) => [
    ...(holder === null ? [] : [entry('seat.filled', `seat:${seat}`, { seat, sector, member: holder, as: 'holder' })]),
    ...(deputy === null ? [] : [entry('seat.filled', `seat:${seat}`, { seat, sector, member: deputy, as: 'deputy' })]),
  ]);
  return [
    entry('table.created', 'table:T', { seats }),
    entry('rulebook.adopted', `rulebook:${key}`, { rulebook: key, version, mode, text: JSON.stringify(rulebook) }),
    ...filled,
    ...table.roles.map(({ role, member }) => entry('role.given', `member:${member}`, { role, member })),
  ];
}

/** A log of one table that is written act by act, as the server writes it. */
export class WrittenLog {
  readonly entries: ProcedureEntry[];
  #procedure: Procedure;

  constructor(
    private readonly proposal: string,
    private readonly table: Composition,
    rulebook: Rulebook,
    sponsor: string,
    private now: Instant,
  ) {
    const sponsors = [memberId(sponsor)];
    this.#procedure = startProcedure({ rulebook, sponsors, now });
    const data = {
      ...headOfProposal(proposal, this.#procedure),
      mode: this.#procedure.mode,
      sponsors,
      ...startedData({ sponsors }, this.#procedure, now),
    };
    const drafted = { at: now, actor: sponsor, act: 'proposal.drafted', stream: proposalStream(proposal), data };
    this.entries = [...tableEntries(table, rulebook, now), written(drafted)];
  }

  get stage(): string {
    return this.#procedure.stage;
  }

  at(moment: string): this {
    this.now = instant(moment);
    return this.#add(clockEntries(this.proposal, this.#procedure, this.now));
  }

  act<Name extends ProcedureActName>(name: Name, member: string, payload: ActPayloads[Name]): this {
    const act = { ...payload, name, by: actorAt(this.table, member), table: this.table } as unknown as ProcedureAct;
    const done = actEntries(this.proposal, this.#procedure, act, this.now);
    if (!done) throw new Error(`${name} by ${member} is refused`);
    return this.#add(done);
  }

  #add({ procedure, entries }: { readonly procedure: Procedure; readonly entries: readonly ProcedureEntry[] }): this {
    this.#procedure = procedure;
    this.entries.push(...entries);
    return this;
  }
}
