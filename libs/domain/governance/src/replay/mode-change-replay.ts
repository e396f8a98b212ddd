import { type Instant, type Json, type JsonObject } from '@tavolo/kernel';
import { type Ballot } from '../ballot.js';
import { type Blocker, type ModeChange, type ModeChangeProposer } from '../mode-change.js';
import { amongChanges } from '../mode-change/among.js';
import {
  advanceModeChange,
  modeChangeActNames,
  stepModeChange,
  type ModeChangeAct,
} from '../mode-change/mode-change.js';
import { declareEmergency, proposeModeChange } from '../mode-change/proposing.js';
import { type Rulebook } from '../rulebook.js';
import { sectors, type Composition } from '../seat.js';
import { isObject, partingOf, valueParting, type Parting } from './difference.js';
import { type ProcedureEntry } from './entries.js';
import { withStrokes } from './leaf-words.js';
import { entriesOfModeChangeAct, entryOfBeginning, entryOfModeChangeConsequence } from './mode-change-entries.js';
import { type Replayed } from './awaited-entries.js';
import { actorOf, sortedRoles } from './who-acted.js';

/** The table around a change of mode, as its log has told it so far. */
export interface AroundChange {
  readonly table: Composition;
  readonly blockers: readonly Blocker[];
}

/** Whether an entry begins a change of mode. */
export const beginsModeChange = ({ act }: Pick<ProcedureEntry, 'act'>): boolean =>
  act === 'mode_change.proposed' || act === 'mode_change.emergency_declared';

/** One change of mode, carried out again entry by entry. */
export class ModeChangeReplay {
  #awaited: ProcedureEntry[] = [];
  #change: ModeChange;

  private constructor(change: ModeChange) {
    this.#change = change;
  }

  /** Begins the change again that an entry tells of, under the rules in force and among the other changes of the table. */
  static begin(
    entry: ProcedureEntry,
    table: Composition,
    inForce: Rulebook | null,
    changes: readonly ModeChange[],
  ): ModeChangeReplay | Parting {
    const { data, at: now } = entry;
    const { modeChange: key, rules, textHash, as, days, input } = data;
    const carries = isObject(input) ? (withStrokes(input.carries ?? {}) as JsonObject) : {};
    const by = isObject(input) ? actorOf(entry, input, table) : null;
    if (!by || !inForce) return { kind: 'value', place: 'actor', expected: null, recorded: entry.actor };
    const kind = entry.act === 'mode_change.proposed' ? 'change' : 'emergency';
    const begins = {
      ...amongChanges(kind, inForce, changes),
      key: textIn(key),
      rulebook: JSON.parse(textIn(rules)) as Rulebook,
      textHash: textIn(textHash),
      reason: textIn(carries.reason),
    };
    const outcome =
      kind === 'change'
        ? proposeModeChange({ ...begins, as: proposerIn(as) }, by, table, now)
        : declareEmergency({ ...begins, days: Number(days) }, by, table, now);
    if (!outcome.ok) return refusedAs(outcome.refusal);
    const own = entryOfBeginning(outcome.change, by, { now, ...(kind === 'emergency' && { days: Number(days) }) });
    const found = partingOf(own, { ...entry, data: { ...data, ...sortedRoles(data) } });
    if (found) return found;
    const replay = new ModeChangeReplay(outcome.change);
    replay.#awaited = outcome.consequences.map((one) => entryOfModeChangeConsequence(one, outcome.change));
    return replay;
  }

  get change(): ModeChange {
    return this.#change;
  }

  /** The first entry that still has to come, or `null`. */
  get awaited(): ProcedureEntry | null {
    return this.#awaited[0] ?? null;
  }

  /** Its ballots as they are known at `now`. */
  ballotsAt(now: Instant): readonly Ballot[] {
    return advanceModeChange(this.#change, now, []).change.ballots;
  }

  /** Carries out what one entry of this change tells, or compares it with what has to come. */
  take(entry: ProcedureEntry, { table, blockers }: AroundChange): Replayed {
    const { input } = entry.data;
    if (isObject(input)) return this.#act(entry, input, table, blockers);
    return this.#expected(entry) ?? this.#byClock(entry, blockers);
  }

  #act(entry: ProcedureEntry, input: JsonObject, table: Composition, blockers: readonly Blocker[]): Replayed {
    const missing = this.#missing();
    if (missing) return missing;
    const { act: name, at: now } = entry;
    const [undone] = advanceModeChange(this.#change, now, blockers).consequences;
    if (undone) return { kind: 'missing', place: '', expected: undone.name, recorded: null };
    const wrongTime = valueParting('data.input.now', now, input.now);
    if (wrongTime) return wrongTime;
    if (!(modeChangeActNames as readonly string[]).includes(name)) {
      return { kind: 'unknown', place: 'act', expected: null, recorded: name };
    }
    const by = actorOf(entry, input, table);
    if (!by) return { kind: 'value', place: 'actor', expected: null, recorded: entry.actor };
    const carries = withStrokes(input.carries ?? {}) as JsonObject;
    const act = { ...carries, name, by, table } as unknown as ModeChangeAct;
    const outcome = stepModeChange(this.#change, act, now, blockers);
    if (!outcome.ok) return refusedAs(outcome.refusal);
    const { change: after } = outcome;
    const [own, ...further] = entriesOfModeChangeAct(act, after, now);
    const found = partingOf(own, { ...entry, data: { ...entry.data, ...sortedRoles(entry.data) } });
    if (found) return found;
    this.#change = after;
    this.#awaited = [...further, ...outcome.consequences.map((one) => entryOfModeChangeConsequence(one, after))];
    return 'act';
  }

  /** Compares an entry with the one that has to come next in its stream; `null` when none of its name has to. */
  #expected(entry: ProcedureEntry): Replayed | null {
    const at = this.#awaited.findIndex(({ act, stream }) => act === entry.act && stream === entry.stream);
    const awaited = this.#awaited[at];
    if (!awaited) return null;
    this.#awaited.splice(at, 1);
    return partingOf(awaited, entry) ?? 'followed';
  }

  #byClock(entry: ProcedureEntry, blockers: readonly Blocker[]): Replayed {
    const missing = this.#missing();
    if (missing) return missing;
    const { change, consequences } = advanceModeChange(this.#change, entry.at, blockers);
    this.#change = change;
    this.#awaited.push(...consequences.map((one) => entryOfModeChangeConsequence(one, change)));
    const expected = this.#expected(entry);
    if (expected) return expected;
    return this.#missing(entry.act) ?? { kind: 'unexpected', place: '', expected: null, recorded: entry.act };
  }

  /** An entry that had to come before. */
  #missing(recorded: Json = null): Parting | null {
    const { awaited } = this;
    return awaited && { kind: 'missing', place: '', expected: awaited.act, recorded };
  }
}

const refusedAs = ({ code, rule }: { readonly code: string; readonly rule: string }): Parting => ({
  kind: 'refused',
  place: '',
  expected: code,
  recorded: rule,
});

/** A text, or nothing where something else stands: what is no text makes no rules. */
const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const proposerIn = (as: Json | undefined): ModeChangeProposer => sectors.find((one) => one === as) ?? 'institution';

/** What the rules in force have to be once a change has taken effect, or an emergency act has ended. */
export interface AwaitedRules {
  readonly modeChange: string;
  readonly from: Rulebook;
  readonly to: Rulebook;
}

/** The rules that a change brings about as it stands, after the entry of that; `null` for any other entry. */
export function rulesAfter({ act, data }: ProcedureEntry, { key, from, rulebook }: ModeChange): AwaitedRules | null {
  if (act === 'mode_change.took_effect') return { modeChange: key, from, to: rulebook };
  const returns = act === 'mode_change.emergency_ended' && data.hadEffect === true;
  return returns ? { modeChange: key, from: rulebook, to: from } : null;
}

/** How an entry that the table has passed to other rules contradicts the change because of which it did; `null` when it does not. */
export function passingParting(entry: ProcedureEntry, { from, to }: AwaitedRules): Parting | null {
  const { data, act } = entry;
  if (act === 'mode.changed') {
    return valueParting('data.from', from.mode, data.from) ?? valueParting('data.to', to.mode, data.to);
  }
  const adopted = JSON.parse(textIn(data.text)) as JsonObject;
  return valueParting('data.text', withoutName(to as unknown as JsonObject), withoutName(adopted));
}

/** The name under which rules come into force is given then; everything else is what was voted on. */
const withoutName = (rulebook: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(rulebook).filter(([name]) => !['key', 'version', 'adoptedOn'].includes(name)));
