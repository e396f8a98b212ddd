import { instant, memberId } from '@tavolo/kernel';
import fc from 'fast-check';
import {
  activeMandate,
  decisionBallot,
  holders,
  mandateRules,
  mandateTable,
  type MandateWalk,
  spending,
  submitted,
  votedBy,
} from '../../test/mandates.js';
import { mandateCase, play } from '../../test/random-walks.js';
import { Walk } from '../../test/walk.js';
import {
  ledgerEntryOf,
  rulebookSentenceKeys,
  rulebookSentences,
  standingOf,
  startProcedure,
  sumsOf,
  tallyBallot,
  withLedgerEntry,
  withStanding,
  type AutoAdministrationProcedure,
  type Mandate,
} from '../index.js';

type Decision = Walk<AutoAdministrationProcedure>;

/** The mandate of the demonstration on 24 November, with 10,800 euro spent, and decisions under it. */
class Table {
  readonly mandate: MandateWalk = activeMandate().at('2026-11-24T08:00:00Z');

  constructor() {
    this.#hold('D-401', { version: 1, amount: 650_000, state: 'spent' });
    this.#hold('D-403', { version: 2, amount: 430_000, state: 'spent' });
  }

  draft(key: string): Decision {
    const mandate = standingOf(this.mandate.mandate, key);
    const now = this.mandate.now;
    const procedure = startProcedure({ rulebook: mandateRules, sponsors: [memberId('m32')], now, mandate });
    return new Walk(procedure, mandateTable, now);
  }

  /** What a decision holds of the budget is written down. */
  record(key: string, { procedure }: Decision): void {
    this.#hold(key, ledgerEntryOf(procedure));
  }

  /** The decision as it is told how the mandate stands, at the moment of the mandate. */
  told(key: string, { procedure }: Decision): Decision {
    const standing = standingOf(this.mandate.mandate, key);
    const { now } = this.mandate;
    return new Walk(withStanding(procedure, standing), mandateTable, now).at(now);
  }

  #hold(key: string, entry: Parameters<typeof withLedgerEntry>[2]): void {
    const held = withLedgerEntry(this.mandate.mandate, key, entry);
    if (!held.ok) throw new Error(JSON.stringify(held.refusal));
    this.mandate.mandate = held.mandate;
  }
}

describe('watching a mandate', () => {
  it('step by step: within the limits, over them, the call-in that is none, the report that is missing', () => {
    const table = new Table();
    expect(sumsOf(table.mandate.mandate)).toMatchObject({ spent: 1_080_000, left: 2_920_000 });
    expect(table.mandate.mandate.reportDueOn).toBe('2026-12-01');

    const within = submitted(table.draft('D-404'), spending(800_000));
    const over = submitted(table.draft('D-405'), spending(800_001));
    expect([within.stage, over.stage, over.procedure.block?.reason]).toEqual([
      'deliberating',
      'blocked',
      'per_decision_ceiling',
    ]);

    const adopted = votedBy(decisionBallot(within.at('2026-12-01T09:00:00Z'), 'B-8'), 5, 'B-8');
    table.record('D-404', adopted);
    expect(adopted.procedure.adoption?.until).toBe('2026-12-11T22:59:59.999Z');
    expect(sumsOf(table.mandate.mandate).left).toBe(2_120_000);

    const merit = { ground: 'not useful', reason: 'It is not useful.' };
    adopted.at('2026-12-09T09:00:00Z');
    expect(adopted.refusal('decision.called_in', 'm01', merit)?.code).toBe('ground_not_admitted');

    table.mandate.at('2026-12-17T08:00:00Z');
    expect(table.mandate.mandate).toMatchObject({ state: 'suspended', since: '2026-12-16T23:00:00.000Z' });
    const effective = table.told('D-404', adopted);
    table.record('D-404', effective);
    expect([effective.stage, effective.procedure.effectiveSince]).toEqual(['effective', '2026-12-11T22:59:59.999Z']);
    const next = submitted(table.draft('D-406'), spending(100_000));
    expect(next.procedure.block?.reason).toBe('mandate_not_active');

    table.mandate.act('mandate.reported', 'm16', { text: 'What we did.', decisions: ['D-401', 'D-403', 'D-404'] });
    expect(table.mandate.mandate.state).toBe('active');
    const again = table.told('D-406', next).act('decision.reopened', 'm32', {});
    expect(submitted(again, spending(100_000)).stage).toBe('deliberating');
    expect(sumsOf(table.mandate.mandate)).toMatchObject({ spent: 1_880_000, left: 2_120_000 });
  });
});

describe('a decision under a mandate', () => {
  it('comes out the same in whatever order the holders vote', () => {
    const choices = fc.array(fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const), {
      minLength: holders.length,
      maxLength: holders.length,
    });
    const order = fc.shuffledSubarray([...holders], { minLength: holders.length });
    fc.assert(
      fc.property(choices, order, fc.constantFrom(0, 650_000), (given, ordered, amount) => {
        const counted = (members: readonly (typeof holders)[number][]) => {
          const walk = decisionBallot(submitted(new Table().draft('D-404'), spending(amount)), 'B-8');
          for (const member of members) {
            walk.act('vote.cast', member, { ballot: 'B-8', choice: given[holders.indexOf(member)] ?? 'abstain' });
          }
          const { stage, procedure } = walk.act('vote.closed', 'm41', { ballot: 'B-8', reason: null });
          return { stage, result: procedure.ballots[0]?.result };
        };
        expect(counted(ordered)).toEqual(counted(holders));
      }),
      { numRuns: 40 },
    );
  });

  it('gets to every stage, holds money only while it is voted on, adopted or effective, and adopts only what the ballot gives', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(mandateCase, (tried) => {
        play(tried, ({ outcome }) => {
          if (!outcome.ok || outcome.procedure.mode !== 'auto_administration') return;
          const { procedure } = outcome;
          const { stage, ballots, adoption, submissions } = procedure;
          seen.add(stage);
          const entry = ledgerEntryOf(procedure);
          const holds = ['voting', 'standstill', 'called_in', 'effective', 'reported'].includes(stage);
          if (!holds) expect(entry).toBeNull();
          const open = ballots.filter(({ state }) => state === 'open' || state === 'suspended');
          expect(open.length).toBe(stage === 'voting' ? 1 : 0);
          for (const ballot of ballots) if (ballot.result) expect(tallyBallot(ballot)).toEqual(ballot.result);
          if (!adoption) return;
          const ballot = ballots.find(({ key }) => key === adoption.ballot);
          expect(ballot?.result?.verdict).toBe('adopted');
          const terms = submissions.filter(({ version }) => version === adoption.version).at(-1)?.terms;
          expect(terms?.amount).toBe(adoption.amount);
          expect(adoption.amount).toBeLessThanOrEqual(procedure.mandate.perDecision);
        });
      }),
      { numRuns: 150, seed: 20261124 },
    );
    const reached = ['draft', 'blocked', 'deliberating', 'voting', 'standstill', 'called_in', 'effective', 'annulled'];
    expect([...seen]).toEqual(expect.arrayContaining(reached));
  });

  it('never overspends the mandate, however many ballots are open at once', () => {
    const amounts = fc.array(fc.constantFrom(800_000, 650_000, 1), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(amounts, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (spends, adopts) => {
        let { mandate } = activeMandate().at('2026-11-24T08:00:00Z');
        const now = instant('2026-11-24T08:00:00Z');
        const record = (key: string, walk: Decision): Mandate => {
          const held = withLedgerEntry(mandate, key, ledgerEntryOf(walk.procedure));
          if (!held.ok) throw new Error(JSON.stringify(held.refusal));
          return held.mandate;
        };
        const open = spends.flatMap((amount, n) => {
          const key = `D-${n}`;
          const told = standingOf(mandate, key);
          const start = { rulebook: mandateRules, sponsors: [memberId('m32')], now, mandate: told };
          const walk = submitted(new Walk(startProcedure(start), mandateTable, now), spending(amount));
          if (walk.stage !== 'deliberating') return [];
          decisionBallot(walk);
          mandate = record(key, walk);
          return [{ key, walk }];
        });
        for (const [n, { key, walk }] of open.entries()) mandate = record(key, votedBy(walk, adopts[n] ? 8 : 0));
        const { spent, committed, budget } = sumsOf(mandate);
        expect(spent + committed).toBeLessThanOrEqual(budget);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the rules of a table with a mandate', () => {
  it('are told in sentences, each with its values', () => {
    const sentences = rulebookSentences(mandateRules);
    expect(sentences.map(({ key }) => key).filter((key) => !rulebookSentenceKeys.includes(key))).toEqual([]);
    expect(sentences).toContainEqual({
      key: 'decision.spending',
      values: { base: 'eligible', fraction: '1/2', strict: true },
    });
    expect(sentences).toContainEqual({ key: 'quorum.organisations', values: { min: 2 } });
  });
});
