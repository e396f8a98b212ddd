import { type Instant, type Json, type JsonObject } from '@tavolo/kernel';
import { type Mandate } from '../mandate.js';
import { type ModeChangeState } from '../mode-change.js';
import { type Procedure } from '../procedure.js';
import { RefusalError } from '../refuse.js';
import { type Replayed } from './awaited-entries.js';
import { isObject, partingOf, valueParting, type Difference, type Parting } from './difference.js';
import {
  beginProcedure,
  headOfProposal,
  proposalStream,
  startedData,
  type Beginning,
  type ProcedureEntry,
} from './entries.js';
import { withStrokes } from './leaf-words.js';
import { MandateReplay } from './mandate-replay.js';
import { ModeChangesReplay } from './mode-changes-replay.js';
import { Moments } from './moments.js';
import { ProcedureReplay } from './procedure-replay.js';
import { rulebookChangeStream } from './rulebook-change-entries.js';
import { RulebookChangeReplay } from './rulebook-change-replay.js';
import { emptyTable, isParting, rulebookName, tableAfter, type TableState } from './table-state.js';

/** A procedure that was carried out again. */
export interface ReplayedProcedure {
  readonly proposal: string;
  readonly mode: Procedure['mode'];
  /** The stage at which it stands after the last entry. */
  readonly stage: Procedure['stage'];
}

/** A change of the mode of the table that was carried out again, and the state in which it stands after the last entry. */
export interface ReplayedModeChange {
  readonly modeChange: string;
  readonly state: ModeChangeState;
}

/** A mandate that was carried out again, and its state after the last entry. */
export interface ReplayedMandate {
  readonly mandate: string;
  readonly state: Mandate['state'];
}

/** An entry that lacks what decided, as entries do that were written before it was kept; its proposal is not replayed from there. */
export interface Unreplayable {
  readonly entry: number;
  readonly act: string;
  readonly subject: string;
}

/** What came of carrying out a log again. */
export interface ReplayReport {
  /** Acts that were carried out, and consequences that came out as recorded. */
  readonly acts: number;
  readonly consequences: number;
  /** Procedures that came out as recorded, in the order in which they began. */
  readonly procedures: readonly ReplayedProcedure[];
  /** Changes of mode that came out as recorded. */
  readonly modeChanges: readonly ReplayedModeChange[];
  /** Mandates that came out as recorded, with every sum that decisions held of them. */
  readonly mandates: readonly ReplayedMandate[];
  /** The first difference of each proposal, each mandate and of the table, by place in the log: the first of them is the one to look at. */
  readonly differences: readonly Difference[];
  readonly unreplayable: readonly Unreplayable[];
}

/**
 * Carries out a log again: follows who sits at the table and under which rules, begins each procedure, does each act at the instant at
 * which it was done and lets the clock bring about what fell due; compares every verdict, stage, deadline and result with what was
 * recorded. A pure function of the entries of one table in the order of its log; never throws for what they hold. A mode of the registry is
 * replayed like any other.
 */
export function replayLog(entries: Iterable<ProcedureEntry>): ReplayReport {
  const replay = new LogReplay();
  let index = 0;
  for (const entry of entries) replay.take(entry, index++);
  return replay.report();
}

const voteStreamOf = /^vote:(.+)$/u;
const mandateStreamOf = /^mandate:(.+)$/u;

/** What an entry of a decision says that it was told of its mandate. */
interface Claim {
  readonly index: number;
  readonly act: string;
  /** The moment of an act; `null` for what followed from the clock. */
  readonly at: Instant | null;
  readonly proposal: string;
  readonly place: string;
  readonly told: Json;
  readonly mandate: MandateReplay;
}

class LogReplay {
  private table: TableState = emptyTable;
  private readonly rules = new RulebookChangeReplay();
  private readonly seats = new Moments(emptyTable.composition);
  private readonly procedures = new Map<string, ProcedureReplay>();
  private readonly modeChanges = new ModeChangesReplay((now) =>
    [...this.procedures.values()].flatMap((one) => one.ballotsAt(now)),
  );
  private readonly mandates = new Map<string, MandateReplay>();
  /** Looked at once all is known of the mandates. */
  private readonly claims: Claim[] = [];
  private readonly proposalOfVote = new Map<string, string>();
  private readonly stopped = new Set<string>();
  private readonly differences: Difference[] = [];
  private readonly unreplayable: Unreplayable[] = [];
  private readonly places = new Map<string, { readonly index: number; readonly act: string }>();
  /** Place of the entry that confirmed the rules which have to be adopted next. */
  private confirmedAt = 0;
  private acts = 0;
  private consequences = 0;

  take(entry: ProcedureEntry, index: number): void {
    const proposal = this.proposalOf(entry);
    const mandate = mandateStreamOf.exec(entry.stream)?.[1] ?? null;
    const modeChange = proposal === null && mandate === null ? this.modeChanges.subjectOf(entry) : null;
    const subject = proposal ?? mandate ?? modeChange ?? entry.stream;
    if (this.stopped.has(subject)) return;
    const found = attempt(() => {
      if (mandate !== null) return this.mandateEntry(mandate, entry, index);
      if (modeChange !== null) return this.modeChanges.take(modeChange, entry, index, this.table);
      return proposal === null ? this.tableEntry(entry, index) : this.entryOf(proposal, entry, index);
    });
    if (proposal !== null || mandate !== null) this.places.set(subject, { index, act: entry.act });
    if (found === 'act') this.acts++;
    else if (found === 'followed') this.consequences++;
    else if (found !== 'skipped') this.stop(subject, entry.act, index, found);
  }

  report(): ReplayReport {
    const under = [...this.procedures].map(([subject, { awaited }]) => ({ subject, awaited }));
    const mandates = [...this.mandates].map(([subject, { awaited }]) => ({ subject, awaited }));
    for (const { subject, awaited } of [...under, ...mandates]) {
      if (!awaited || this.stopped.has(subject)) continue;
      const last = this.places.get(subject);
      const missing = { kind: 'missing', place: '', expected: awaited.entry.act, recorded: null } as const;
      this.stop(subject, last?.act ?? awaited.entry.act, last?.index ?? awaited.because, missing);
    }
    for (const { key, place, expected } of this.modeChanges.missing()) {
      if (this.stopped.has(key)) continue;
      this.stop(key, place.act, place.index, { kind: 'missing', place: '', expected, recorded: null });
    }
    const { awaited } = this.table;
    if (awaited) {
      const missing = { kind: 'missing', place: '', expected: 'rulebook.adopted', recorded: null } as const;
      this.stop(`rulebook:${awaited.key}`, 'rulebook.confirmed', this.confirmedAt, missing);
    }
    this.checkClaims();
    const replayed = [...this.procedures.values()].filter(({ proposal }) => !this.stopped.has(proposal));
    return {
      acts: this.acts,
      consequences: this.consequences,
      procedures: replayed.map(({ proposal, mode, stage }) => ({ proposal, mode, stage })),
      modeChanges: this.modeChanges.all().filter(({ modeChange }) => !this.stopped.has(modeChange)),
      mandates: [...this.mandates]
        .filter(([key]) => !this.stopped.has(key))
        .map(([key, { mandate }]) => ({ mandate: key, state: mandate.state })),
      differences: this.differences.toSorted((a, b) => a.entry - b.entry),
      unreplayable: this.unreplayable,
    };
  }

  private stop(subject: string, act: string, entry: number, found: 'unreadable' | Parting): void {
    this.stopped.add(subject);
    if (found === 'unreadable') this.unreplayable.push({ entry, act, subject });
    else this.differences.push({ entry, act, subject, ...found });
  }

  /** The proposal that an entry is about; `null` for entries about anything else. */
  private proposalOf({ act, stream, data }: ProcedureEntry): string | null {
    const named = typeof data.proposal === 'string' ? data.proposal : null;
    if (named !== null && stream === proposalStream(named)) return named;
    const vote = voteStreamOf.exec(stream)?.[1];
    if (vote === undefined) return stream.startsWith('proposal:') ? stream.slice('proposal:'.length) : null;
    if (act === 'vote.opened' && named !== null && !this.proposalOfVote.has(vote)) {
      this.proposalOfVote.set(vote, named);
    }
    return this.proposalOfVote.get(vote) ?? null;
  }

  private tableEntry(entry: ProcedureEntry, index: number): Replayed {
    const passed = this.modeChanges.passing(entry);
    if (passed) return passed;
    if (entry.stream.startsWith(rulebookChangeStream(''))) return this.rulesEntry(entry, index);
    const after = tableAfter(this.table, entry);
    if (isParting(after)) {
      this.table = { ...this.table, awaited: null };
      return after;
    }
    this.table = after;
    this.seats.change(after.composition, entry.at);
    return 'skipped';
  }

  /** An act on a change of the rules, which takes effect with the adoption that follows it. */
  private rulesEntry(entry: ProcedureEntry, index: number): Replayed {
    const { composition, present, rulebooks } = this.table;
    if (!present) return { kind: 'unknown', place: '', expected: null, recorded: entry.act };
    const found = this.rules.take(entry, { composition, present, had: [...rulebooks.values()] });
    if ('kind' in found) return found;
    if (found.adopts) {
      this.table = { ...this.table, awaited: found.adopts };
      this.confirmedAt = index;
    }
    return 'act';
  }

  private mandateEntry(key: string, entry: ProcedureEntry, index: number): Replayed {
    const replay = this.mandates.get(key);
    if (entry.act !== 'mandate.proposed') {
      if (replay) return replay.take(entry, index, this.seats.around(entry.at));
      return isObject(entry.data.input)
        ? { kind: 'unknown', place: '', expected: null, recorded: entry.act }
        : 'skipped';
    }
    if (replay) return { kind: 'unknown', place: '', expected: null, recorded: entry.act };
    const begun = MandateReplay.begin(entry, this.table.composition);
    if (!(begun instanceof MandateReplay)) return begun;
    this.mandates.set(key, begun);
    return 'act';
  }

  private entryOf(proposal: string, entry: ProcedureEntry, index: number): Replayed {
    this.claim(proposal, entry, index);
    if (entry.act === 'proposal.drafted') return this.begin(proposal, entry);
    const replay = this.procedures.get(proposal);
    if (replay) {
      const found = replay.take(entry, index, this.seats.around(entry.at));
      return this.overspent(replay, entry) ?? found;
    }
    return isObject(entry.data.input) ? { kind: 'unknown', place: '', expected: null, recorded: entry.act } : 'skipped';
  }

  /** What a decision says that it was told of its mandate: what it was begun with, and with each of its entries. */
  private claim(proposal: string, { act, at, data }: ProcedureEntry, index: number): void {
    const { input, told } = data;
    const carries = isObject(input) && act === 'proposal.drafted' ? input.carries : undefined;
    const [place, said] = isObject(carries) ? ['data.input.carries.mandate', carries.mandate] : ['data.told', told];
    if (!isObject(said) || typeof said.key !== 'string') return;
    const mandate = this.mandates.get(said.key);
    const moment = isObject(input) ? at : null;
    if (mandate) this.claims.push({ index, act, at: moment, proposal, place, told: said, mandate });
  }

  /** Writes down what a decision holds of its mandate now, and how that is more than was left. */
  private overspent(replay: ProcedureReplay, { at, data }: ProcedureEntry): Parting | null {
    const mandate = replay.mandate === null ? undefined : this.mandates.get(replay.mandate);
    return mandate?.hold(replay.proposal, replay.holds, { at, byClock: !isObject(data.input) }) ?? null;
  }

  private checkClaims(): void {
    for (const { index, act, at, proposal, place, told, mandate } of this.claims) {
      const known = this.differences.findIndex(({ subject }) => subject === proposal);
      const first = this.differences[known];
      const ended = this.differences.find(({ subject }) => subject === mandate.mandate.terms.key);
      if ((first && first.entry < index) || (ended && (at === null || ended.entry <= index))) continue;
      const found = mandate.toldOtherwise(place, told, proposal, at);
      if (!found) continue;
      if (first) this.differences.splice(known, 1);
      this.stop(proposal, act, index, found);
    }
  }

  private begin(proposal: string, entry: ProcedureEntry): Replayed {
    const { rulebook: named, input } = entry.data;
    if (input === undefined) return 'unreadable';
    if (this.procedures.has(proposal)) return { kind: 'unknown', place: '', expected: null, recorded: entry.act };
    const { key, version } = isObject(named) ? named : {};
    const rulebook = this.table.rulebooks.get(rulebookName(key, version));
    if (!rulebook) return { kind: 'value', place: 'data.rulebook', expected: null, recorded: named ?? null };
    const { now, carries } = isObject(input) ? input : ({} as JsonObject);
    const wrongTime = valueParting('data.input.now', entry.at, now);
    if (wrongTime) return wrongTime;
    const beginning = withStrokes(carries ?? {}) as unknown as Beginning;
    const wrongText = beginning.text && valueParting('data.input.carries.text.at', entry.at, beginning.text.at);
    if (wrongText) return wrongText;
    const procedure = beginProcedure(beginning, rulebook, entry.at);
    const data = {
      ...headOfProposal(proposal, procedure),
      mode: procedure.mode,
      sponsors: [...beginning.sponsors],
      ...startedData(beginning, procedure, entry.at),
    };
    const found = partingOf({ ...entry, data }, entry);
    if (found) return found;
    this.procedures.set(proposal, new ProcedureReplay(proposal, procedure));
    return 'act';
  }
}

/** What a log holds may be anything: rules that are none, and acts that carry nonsense, are a difference and not a failure. */
function attempt(replay: () => Replayed): Replayed {
  try {
    return replay();
  } catch (error) {
    const why: Json = error instanceof RefusalError ? error.refusal.code : 'nonsense';
    return { kind: 'refused', place: '', expected: why, recorded: null };
  }
}
