import { type Instant, type Json, type JsonObject } from '@tavolo/kernel';
import { ledgerEntryOf } from '../auto-administration/accounting.js';
import { type Ballot } from '../ballot.js';
import { withStanding } from '../auto-administration/with-standing.js';
import { type MandateStanding } from '../mandate.js';
import { type Procedure, type ProcedureAct } from '../procedure.js';
import { modeOf } from '../registry.js';
import { type Composition } from '../seat.js';
import { advance, step } from '../step.js';
import { AwaitedEntries, type Replayed } from './awaited-entries.js';
import { clockSteps } from './clock-steps.js';
import { isObject, partingOf, valueParting, type Parting } from './difference.js';
import { entriesOfAct, entryOfConsequence, type ProcedureEntry } from './entries.js';
import { withStrokes } from './leaf-words.js';
import { actorOf, sortedRoles } from './who-acted.js';

/** One procedure, carried out again entry by entry. */
export class ProcedureReplay {
  readonly #awaited = new AwaitedEntries();

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

  /** Its ballots as they are known at `now`. */
  ballotsAt(now: Instant): readonly Ballot[] {
    const { procedure } = advance(this.procedure, now);
    return 'ballots' in procedure ? procedure.ballots : [];
  }

  /** The mandate under which it is decided, or `null`. */
  get mandate(): string | null {
    return this.procedure.mode === 'auto_administration' ? this.procedure.mandate.key : null;
  }

  /** What a decision under a mandate holds of its budget; `null` where it holds nothing. */
  get holds(): ReturnType<typeof ledgerEntryOf> {
    return this.procedure.mode === 'auto_administration' ? ledgerEntryOf(this.procedure) : null;
  }

  /** The first entry that still has to come, or `null`. */
  get awaited(): AwaitedEntries['first'] {
    return this.#awaited.first;
  }

  /**
   * Carries out what one entry of this procedure tells, or compares it with what has to come. `tables` is who sat at the table when it was
   * decided: as the log tells it by then, and, where seats changed at the same moment, as it was before. An act is as recorded if it comes
   * out so by one of them.
   */
  take(entry: ProcedureEntry, index: number, tables: readonly Composition[]): Replayed {
    const { input, told } = entry.data;
    if (isObject(told)) this.procedure = withStanding(this.procedure, told as unknown as MandateStanding);
    if (isObject(input)) return this.#act(entry, input, index, tables);
    // The act that follows takes into the procedure the text of which this entry tells.
    if (input === null) return entry.act === 'proposal.frozen' ? 'skipped' : unknown(entry.act);
    return this.#awaited.take(entry) ?? this.#byClock(entry, index);
  }

  #act(entry: ProcedureEntry, input: JsonObject, index: number, tables: readonly Composition[]): Replayed {
    const missing = this.#awaited.missing() ?? this.#undone(entry.at);
    if (missing) return missing;
    const wrongTime = valueParting('data.input.now', entry.at, input.now);
    if (wrongTime) return wrongTime;
    if (!Object.hasOwn(modeOf(this.procedure).rules, entry.act)) return unknown(entry.act);
    const carries = withStrokes(input.carries ?? {}) as JsonObject;
    const toldOtherwise = isObject(carries.mandate) && valueParting('data.told', carries.mandate, entry.data.told);
    if (toldOtherwise) return toldOtherwise;
    const frozenOtherwise = this.#frozenOtherwise(carries.text, entry.at);
    if (frozenOtherwise) return frozenOtherwise;
    let found: Parting | null = null;
    for (const table of tables) {
      const parting = this.#done(entry, input, carries, table, index);
      if (parting === null) return 'act';
      found ??= parting;
    }
    return found ?? unknown(entry.act);
  }

  /** A text that an act brings was frozen by that act, unless it stands there already. */
  #frozenOtherwise(text: Json | undefined, at: Instant): Parting | null {
    if (!isObject(text)) return null;
    const known = this.procedure.versions.find((one) => one.version === text.version && one.textHash === text.textHash);
    return valueParting('data.input.carries.text.at', known?.at ?? at, text.at);
  }

  /** Does an act at the table as it was, if it comes out as recorded; otherwise how it differs. */
  #done(
    entry: ProcedureEntry,
    input: JsonObject,
    carries: JsonObject,
    table: Composition,
    index: number,
  ): Parting | null {
    const by = actorOf(entry, input, table);
    if (!by) return { kind: 'value', place: 'actor', expected: null, recorded: entry.actor };
    const act = { ...carries, name: entry.act, by, table } as unknown as ProcedureAct;
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
    this.#awaited.add([...further, ...followed], index);
    return null;
  }

  #byClock(entry: ProcedureEntry, index: number): Replayed {
    const mode = modeOf(this.procedure);
    const clock = mode.clockTransitions.some(({ consequence }) => consequence === entry.act);
    const known = clock || Object.hasOwn(mode.rules, entry.act) || entry.data.after !== undefined;
    // Titles, changes that were asked for, translations: they decide nothing.
    if (!known) return 'skipped';
    if (entry.actor !== null) return 'unreadable';
    const missing = this.#awaited.missing();
    if (missing) return missing;
    const { proposal } = this;
    for (const { procedure, consequences } of clockSteps(this.procedure, entry.at)) {
      this.procedure = procedure;
      this.#awaited.add(
        consequences.map((one) => entryOfConsequence(proposal, one, procedure)),
        index,
      );
    }
    return (
      this.#awaited.take(entry) ??
      this.#awaited.missing(entry.act) ?? { kind: 'unexpected', place: '', expected: null, recorded: entry.act }
    );
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
