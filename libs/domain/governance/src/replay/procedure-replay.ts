import { memberId, type Instant, type Json, type JsonObject, type MemberId } from '@tavolo/kernel';
import { type ProcedureActName } from '../acts.js';
import { withStanding } from '../auto-administration/with-standing.js';
import { type MandateStanding } from '../mandate.js';
import { type Procedure, type ProcedureAct } from '../procedure.js';
import { modeOf } from '../registry.js';
import { type Actor, type Composition } from '../seat.js';
import { step } from '../step.js';
import { actorAt, sortedRoles } from './actor-at.js';
import { clockSteps } from './clock-steps.js';
import { isObject, partingOf, valueParting, type Parting } from './difference.js';
import { entriesOfAct, entryOfConsequence, type ProcedureEntry } from './entries.js';
import { withStrokes } from './leaf-words.js';

/** An entry that has to come, and the place of the entry that brought it about. */
interface Awaited {
  readonly entry: ProcedureEntry;
  readonly because: number;
}

/** What the replay of one entry came to; `skipped` decides nothing, `unreadable` lacks what decided. */
export type Replayed = 'act' | 'followed' | 'skipped' | 'unreadable' | Parting;

/** One procedure, carried out again entry by entry. */
export class ProcedureReplay {
  #awaited: Awaited[] = [];

  constructor(
    readonly proposal: string,
    private procedure: Procedure,
  ) {}

  get mode(): Procedure['mode'] {
    return this.procedure.mode;
  }

  get stage(): Procedure['stage'] {
    return this.procedure.stage;
  }

  /** The first entry that still has to come, or `null`. */
  get awaited(): Awaited | null {
    return this.#awaited[0] ?? null;
  }

  /** Carries out what one entry of this procedure tells, or compares it with what has to come. */
  take(entry: ProcedureEntry, index: number, table: Composition): Replayed {
    const { input, told } = entry.data;
    if (isObject(told)) this.procedure = withStanding(this.procedure, told as unknown as MandateStanding);
    if (isObject(input)) return this.#act(entry, input, index, table);
    // The act that follows takes into the procedure the text of which this entry tells.
    if (input === null) return entry.act === 'proposal.frozen' ? 'skipped' : unknown(entry.act);
    return this.#expected(entry) ?? this.#byClock(entry, index);
  }

  #act(entry: ProcedureEntry, input: JsonObject, index: number, table: Composition): Replayed {
    const missing = this.#missing() ?? this.#undone(entry.at);
    if (missing) return missing;
    const wrongTime = valueParting('data.input.now', entry.at, input.now);
    if (wrongTime) return wrongTime;
    const { act: name } = entry;
    if (!Object.hasOwn(modeOf(this.procedure).rules, name)) return unknown(name);
    const by = actorOf(entry, input, table);
    if (!by) return { kind: 'value', place: 'actor', expected: null, recorded: entry.actor };
    const carries = withStrokes(input.carries ?? {}) as JsonObject;
    const toldOtherwise = isObject(carries.mandate) && valueParting('data.told', carries.mandate, entry.data.told);
    if (toldOtherwise) return toldOtherwise;
    const act = { ...carries, name, by, table } as unknown as ProcedureAct;
    const outcome = step(this.procedure, act, entry.at);
    if (!outcome.ok) {
      const { code, rule } = outcome.refusal;
      return { kind: 'refused', place: '', expected: code, recorded: rule };
    }
    const { proposal, procedure: before } = this;
    const after = outcome.procedure;
    const [own, ...further] = entriesOfAct({ proposal, act, before, after, now: entry.at });
    const found = partingOf(own, { ...entry, data: { ...entry.data, ...sortedRoles(entry.data) } });
    if (found) return found;
    const followed = outcome.consequences.map((one) => entryOfConsequence(proposal, one, after));
    this.procedure = after;
    this.#awaited = [...further, ...followed].map((one) => ({ entry: one, because: index }));
    return 'act';
  }

  /** Compares an entry with the one that has to come next in its stream; `null` when none of its name has to. */
  #expected(entry: ProcedureEntry): Replayed | null {
    const at = this.#awaited.findIndex(({ entry: { act, stream } }) => act === entry.act && stream === entry.stream);
    const awaited = this.#awaited[at];
    if (!awaited) return null;
    this.#awaited.splice(at, 1);
    return partingOf(awaited.entry, entry) ?? 'followed';
  }

  #byClock(entry: ProcedureEntry, index: number): Replayed {
    const mode = modeOf(this.procedure);
    const clock = mode.clockTransitions.some(({ consequence }) => consequence === entry.act);
    const known = clock || Object.hasOwn(mode.rules, entry.act) || entry.data.after !== undefined;
    // Titles, changes that were asked for, translations: they decide nothing.
    if (!known) return 'skipped';
    if (entry.actor !== null) return 'unreadable';
    const missing = this.#missing();
    if (missing) return missing;
    const { proposal } = this;
    for (const { procedure, consequences } of clockSteps(this.procedure, entry.at)) {
      this.procedure = procedure;
      const entries = consequences.map((one) => entryOfConsequence(proposal, one, procedure));
      this.#awaited.push(...entries.map((one) => ({ entry: one, because: index })));
    }
    const expected = this.#expected(entry);
    if (expected) return expected;
    const { awaited } = this;
    if (awaited) return { kind: 'missing', place: '', expected: awaited.entry.act, recorded: entry.act };
    return { kind: 'unexpected', place: '', expected: null, recorded: entry.act };
  }

  /** An entry that had to come before any other act. */
  #missing(): Parting | null {
    const { awaited } = this;
    return awaited && { kind: 'missing', place: '', expected: awaited.entry.act, recorded: null };
  }

  /** What the clock had brought about before an act is recorded before it. */
  #undone(now: Instant): Parting | null {
    for (const { procedure, consequences } of clockSteps(this.procedure, now)) {
      const [first] = consequences;
      if (first) return { kind: 'missing', place: '', expected: first.name, recorded: null };
      this.procedure = procedure;
    }
    return null;
  }
}

const unknown = (act: string): Parting => ({ kind: 'unknown', place: 'act', expected: null, recorded: act });

/** Who acted, as the table stood: the entry's actor, the sitter of the seat that voted, or who is named where the entry has no actor. */
function actorOf({ act, actor }: ProcedureEntry, input: JsonObject, table: Composition): Actor | null {
  const member = (act as ProcedureActName) === 'vote.cast' ? sitterOf(actor, input.as, table) : (input.by ?? actor);
  if (typeof member !== 'string') return null;
  return actorAt(memberId(member), table);
}

function sitterOf(seat: string | null, as: Json | undefined, { seats }: Composition): MemberId | null {
  const found = seats.find(({ id }) => id === seat);
  return found?.[as === 'deputy' ? 'deputy' : 'holder'] ?? null;
}
