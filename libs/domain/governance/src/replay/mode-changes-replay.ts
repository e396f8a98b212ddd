import { type Instant, type Json } from '@tavolo/kernel';
import { type Ballot } from '../ballot.js';
import { type Blocker, type ModeChange, type ModeChangeState } from '../mode-change.js';
import { blockersFrom, blockersOfChanges, changesAt } from '../mode-change/among.js';
import { type Parting } from './difference.js';
import { type ProcedureEntry } from './entries.js';
import { modeChangeStream } from './mode-change-entries.js';
import {
  beginsModeChange,
  ModeChangeReplay,
  passingParting,
  rulesAfter,
  type AwaitedRules,
} from './mode-change-replay.js';
import { type Replayed } from './awaited-entries.js';
import { type TableState } from './table-state.js';

interface Place {
  readonly index: number;
  readonly act: string;
}

/** The changes of mode of one table, carried out again. */
export class ModeChangesReplay {
  readonly #changes = new Map<string, ModeChangeReplay>();
  readonly #ofVote = new Map<string, string>();
  readonly #places = new Map<string, Place>();
  readonly #rules: { readonly rules: AwaitedRules; missing: string[] }[] = [];

  /** @param ballotsAt the ballots on proposals of the table, as they are known at a moment */
  constructor(private readonly ballotsAt: (now: Instant) => readonly Ballot[]) {}

  /** The change that an entry is about, or `null`. */
  subjectOf({ act, stream, data }: ProcedureEntry): string | null {
    const named = typeof data.modeChange === 'string' ? data.modeChange : null;
    if (named !== null && stream === modeChangeStream(named)) return named;
    if (!stream.startsWith('vote:')) return null;
    if (act === 'vote.opened' && named !== null) this.#ofVote.set(stream, named);
    return this.#ofVote.get(stream) ?? null;
  }

  /** Carries out what one entry of that change tells, or compares it with what has to come. */
  take(key: string, entry: ProcedureEntry, index: number, { composition: table, rulebooks }: TableState): Replayed {
    this.#places.set(key, { index, act: entry.act });
    const replay = this.#changes.get(key);
    if (!beginsModeChange(entry)) {
      if (!replay) return { kind: 'unknown', place: '', expected: null, recorded: entry.act };
      const found = replay.take(entry, { table, blockers: this.#blockers(key, entry.at) });
      if (found === 'followed') this.#awaitRules(entry, replay.change);
      return found;
    }
    if (replay) return { kind: 'unknown', place: '', expected: null, recorded: entry.act };
    const others = changesAt(
      [...this.#changes.values()].map(({ change }) => change),
      this.ballotsAt(entry.at),
      entry.at,
    );
    const begun = ModeChangeReplay.begin(entry, table, [...rulebooks.values()].at(-1) ?? null, others);
    if (!(begun instanceof ModeChangeReplay)) return begun;
    this.#changes.set(key, begun);
    return 'act';
  }

  /** How an entry that the table passes to other rules contradicts the change because of which it does; `null` when it does not. */
  passing(entry: ProcedureEntry): Parting | null {
    const { modeChange } = entry.data;
    if (typeof modeChange !== 'string' || !(entry.act === 'mode.changed' || entry.act === 'rulebook.adopted'))
      return null;
    const awaited = this.#rules.find(
      ({ rules, missing }) => rules.modeChange === modeChange && missing.includes(entry.act),
    );
    if (!awaited) return { kind: 'unexpected', place: '', expected: null, recorded: entry.act };
    awaited.missing = awaited.missing.filter((act) => act !== entry.act);
    return passingParting(entry, awaited.rules);
  }

  /** What still has to come for each change, and the last entry about it. */
  missing(): readonly { readonly key: string; readonly place: Place; readonly expected: Json }[] {
    const rules = this.#rules.flatMap(({ rules: { modeChange: key }, missing }) =>
      missing.map((expected) => ({ key, expected })),
    );
    const entries = [...this.#changes].flatMap(([key, { awaited }]) =>
      awaited ? [{ key, expected: awaited.act }] : [],
    );
    return [...entries, ...rules].flatMap(({ key, expected }) => {
      const place = this.#places.get(key);
      return place ? [{ key, place, expected }] : [];
    });
  }

  all(): readonly { readonly modeChange: string; readonly state: ModeChangeState }[] {
    return [...this.#changes].map(([modeChange, { change }]) => ({ modeChange, state: change.state }));
  }

  #blockers(key: string, now: Instant): readonly Blocker[] {
    const changes = [...this.#changes.values()].map((one) => ({ ...one.change, ballots: one.ballotsAt(now) }));
    return [...blockersFrom(this.ballotsAt(now)), ...blockersOfChanges(changes, key)];
  }

  #awaitRules(entry: ProcedureEntry, change: ModeChange): void {
    const rules = rulesAfter(entry, change);
    if (rules) this.#rules.push({ rules, missing: ['mode.changed', 'rulebook.adopted'] });
  }
}
