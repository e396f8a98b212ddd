import { canonicalJson, memberId, type Instant, type Json, type JsonObject } from '@tavolo/kernel';
import { type LedgerEntry, type Mandate, type MandateTerms } from '../mandate.js';
import { withLedgerEntry } from '../mandate/ledger.js';
import { proposeMandate, stepMandate, type MandateAct } from '../mandate/mandate.js';
import { mandateTransitions } from '../mandate/mandate-transitions.js';
import { standingOf } from '../mandate/standing.js';
import { type Composition } from '../seat.js';
import { actorAt, sortedRoles } from './who-acted.js';
import { AwaitedEntries, type Replayed } from './awaited-entries.js';
import { asJson, isObject, partingOf, valueParting, type Parting } from './difference.js';
import { type ProcedureEntry } from './entries.js';
import { withStrokes } from './leaf-words.js';
import { entryOfMandateAct, entryOfMandateConsequence, entryOfProposedMandate } from './mandate-entries.js';
import { mandateClockSteps } from './mandate-steps.js';
import { Moments } from './moments.js';

const knownActs: ReadonlySet<string> = new Set(mandateTransitions.map(({ act }) => act));

/** One mandate, carried out again entry by entry: its states and dates, and the money that decisions hold of it. */
export class MandateReplay {
  readonly #awaited = new AwaitedEntries();
  readonly #mandate: Moments<Mandate>;

  private constructor(mandate: Mandate) {
    this.#mandate = new Moments(mandate);
  }

  /** A mandate that is proposed, or how its entry does not agree with the rules. */
  static begin(entry: ProcedureEntry, table: Composition): MandateReplay | Parting | 'unreadable' {
    const { terms, input } = entry.data;
    if (!isObject(input)) return 'unreadable';
    if (entry.actor === null) return nobody;
    const by = actorAt(memberId(entry.actor), table);
    const outcome = proposeMandate(terms as unknown as MandateTerms, by, table, entry.at);
    if (!outcome.ok) return refused(outcome.refusal);
    const expected = entryOfProposedMandate(outcome.mandate, by, entry.at);
    return (
      partingOf(expected, { ...entry, data: { ...entry.data, ...sortedRoles(entry.data) } }) ??
      new MandateReplay(outcome.mandate)
    );
  }

  get mandate(): Mandate {
    return this.#mandate.latest;
  }

  get awaited(): AwaitedEntries['first'] {
    return this.#awaited.first;
  }

  /** Carries out what one entry of this mandate tells, or compares it with what has to come. */
  take(entry: ProcedureEntry, index: number, tables: readonly Composition[]): Replayed {
    const { input } = entry.data;
    if (isObject(input)) return this.#act(entry, input, index, tables);
    const expected = this.#awaited.take(entry);
    if (expected) return expected;
    return entry.actor === null ? this.#byClock(entry, index) : 'unreadable';
  }

  /** Writes down what a decision holds of the budget, or holds no more; how that exceeds what is left. */
  hold(
    proposal: string,
    held: Omit<LedgerEntry, 'proposal'> | null,
    { at, byClock }: { readonly at: Instant; readonly byClock: boolean },
  ): Parting | null {
    const before = this.mandate.ledger.find((one) => one.proposal === proposal);
    const now = held && { proposal, ...held };
    if (canonicalJson(asJson(before ?? null)) === canonicalJson(asJson(now))) return null;
    const kept = withLedgerEntry(this.mandate, proposal, held);
    if (!kept.ok) return refused(kept.refusal);
    this.#mandate.change(kept.mandate, at, byClock);
    return null;
  }

  /**
   * How what a decision was told of this mandate differs from how it stood; `null` where it does not. `at` is the moment of the act that was
   * told; `null` for what followed from the clock, which is recorded whenever somebody comes by: the mandate has to have stood so at all.
   */
  toldOtherwise(place: string, told: Json, proposal: string, at: Instant | null): Parting | null {
    const stood = at === null ? this.#mandate.all : this.#mandate.around(at);
    const partings = stood.map((mandate) => valueParting(place, asJson(standingOf(mandate, proposal)), told));
    return partings.includes(null) ? null : (partings[0] ?? null);
  }

  #act(entry: ProcedureEntry, input: JsonObject, index: number, tables: readonly Composition[]): Replayed {
    const missing = this.#awaited.missing() ?? this.#undone(entry.at);
    if (missing) return missing;
    const wrongTime = valueParting('data.input.now', entry.at, input.now);
    if (wrongTime) return wrongTime;
    if (!knownActs.has(entry.act)) return unknown(entry.act);
    let found: Parting | null = null;
    for (const table of tables) {
      const parting = this.#done(entry, input, table, index);
      if (parting === null) return 'act';
      found ??= parting;
    }
    return found ?? unknown(entry.act);
  }

  /** Does an act at the table as it was, if it comes out as recorded; otherwise how it differs. */
  #done(entry: ProcedureEntry, input: JsonObject, table: Composition, index: number): Parting | null {
    if (entry.actor === null) return nobody;
    const by = actorAt(memberId(entry.actor), table);
    const carries = withStrokes(input.carries ?? {}) as JsonObject;
    const act = { ...carries, name: entry.act, by, table } as unknown as MandateAct;
    const outcome = stepMandate(this.mandate, act, entry.at);
    if (!outcome.ok) return refused(outcome.refusal);
    const own = entryOfMandateAct({ act, after: outcome.mandate, now: entry.at });
    const found = partingOf(own, { ...entry, data: { ...entry.data, ...sortedRoles(entry.data) } });
    if (found) return found;
    this.#mandate.change(outcome.mandate, entry.at);
    this.#awaited.add(
      outcome.consequences.map((one) => entryOfMandateConsequence(one, outcome.mandate)),
      index,
    );
    return null;
  }

  #byClock(entry: ProcedureEntry, index: number): Replayed {
    const missing = this.#awaited.missing();
    if (missing) return missing;
    for (const { mandate, consequences } of mandateClockSteps(this.mandate, entry.at)) {
      this.#mandate.change(mandate, entry.at, true);
      this.#awaited.add(
        consequences.map((one) => entryOfMandateConsequence(one, mandate)),
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
    const [first] = mandateClockSteps(this.mandate, now).flatMap(({ consequences }) => consequences);
    return first ? { kind: 'missing', place: '', expected: first.name, recorded: null } : null;
  }
}

const nobody: Parting = { kind: 'value', place: 'actor', expected: null, recorded: null };

const unknown = (act: string): Parting => ({ kind: 'unknown', place: 'act', expected: null, recorded: act });

const refused = ({ code, rule }: { readonly code: string; readonly rule: string }): Parting => ({
  kind: 'refused',
  place: '',
  expected: code,
  recorded: rule,
});
