import { instant } from '@tavolo/kernel';
import {
  decisionBallot,
  decisionDraft,
  holders,
  mandateRules,
  mandateTable,
  spending,
  standing,
  submitted,
  votedBy,
} from '../../test/mandates.js';
import { version } from '../../test/proposals.js';
import { actorAt } from '../../test/tables.js';
import { Walk } from '../../test/walk.js';
import {
  expectations,
  holdersOf,
  ledgerEntryOf,
  mayWriteText,
  startProcedure,
  withStanding,
  type AutoAdministrationProcedure,
  type Composition,
  type DecisionTerms,
  type MandateStanding,
} from '../index.js';

const reason = 'Because it is so.';
const asked = ({ procedure, now }: Walk<AutoAdministrationProcedure>, member: string) =>
  expectations(procedure, actorAt(mandateTable, member), mandateTable, now).map(({ key }) => key);

/** The decision as it is once the mandate stands like this. */
const told = (walk: Walk<AutoAdministrationProcedure>, differing: Partial<MandateStanding>): typeof walk => {
  const procedure = withStanding(walk.procedure, { ...walk.procedure.mandate, ...differing });
  return new Walk(procedure, walk.table, walk.now).at(walk.now);
};

describe('beginning a decision', () => {
  it('needs a mandate that has not ended', () => {
    const start = (mandate?: MandateStanding) => () =>
      startProcedure({
        rulebook: mandateRules,
        sponsors: [],
        now: instant('2026-11-24T08:00:00Z'),
        ...(mandate && { mandate }),
      });
    const code = (wanted: string) =>
      expect.objectContaining({ refusal: expect.objectContaining({ code: wanted }) as unknown }) as Error;
    expect(start()).toThrow(code('mandate_missing'));
    expect(start(standing({ state: 'revoked', endedAt: instant('2026-11-01T08:00:00Z') }))).toThrow(
      code('mandate_over'),
    );
    expect(start(standing({ expiresAt: instant('2026-11-24T08:00:00Z') }))).toThrow(code('mandate_over'));
    expect(start(standing())().stage).toBe('draft');
  });

  it('is written by its sponsors and by the holders, not by those who have only a voice', () => {
    const { procedure, now } = decisionDraft();
    const writers = ['m32', 'm14', 'm17', 'm01', 'm06', 'm29', 'm40'].filter((member) =>
      mayWriteText(procedure, actorAt(mandateTable, member), mandateTable, now),
    );
    expect(writers).toEqual(['m32', 'm14', 'm17']);
    const submittedNow = submitted(decisionDraft());
    expect(mayWriteText(submittedNow.procedure, actorAt(mandateTable, 'm32'), mandateTable, now)).toBe(false);
  });
});

describe('the scope check', () => {
  it('lets through what is within the mandate, and freezes the text', () => {
    const walk = submitted(decisionDraft(), spending(800_000));
    expect(walk.stage).toBe('deliberating');
    expect(walk.followed).toEqual(['scope_check.passed']);
    expect(walk.procedure.versions).toHaveLength(1);
    expect(walk.procedure.submissions[0]?.check.children.every(({ held }) => held)).toBe(true);
  });

  it.each<readonly [string, DecisionTerms, Partial<MandateStanding>]>([
    ['per_decision_ceiling', spending(800_001), {}],
    ['out_of_scope', spending(1, { area: 'elderly' }), {}],
    ['expense_type', spending(1, { expenseType: 'investment' }), {}],
    ['excluded', spending(1, { exclusions: ['staff'] }), {}],
    ['over_budget', spending(650_000), { left: 649_999 }],
    [
      'mandate_not_active',
      spending(1),
      { state: 'suspended', suspensions: [{ from: instant('2026-11-20T08:00:00Z'), until: null }] },
    ],
    ['mandate_not_active', spending(1), { suspendsAt: instant('2026-11-24T08:00:00Z') }],
    ['mandate_not_active', spending(1), { state: 'proposed' }],
  ])('blocks with the reason %s, and explains the whole of it', (blockReason, terms, differing) => {
    const walk = submitted(decisionDraft(standing(differing)), terms);
    expect(walk.stage).toBe('blocked');
    expect(walk.procedure.block).toMatchObject({
      reason: blockReason,
      explanation: { key: 'scope_check', held: false },
    });
    expect(walk.procedure.block?.explanation.children).toHaveLength(6);
    expect(walk.consequences).toMatchObject([{ name: 'decision.blocked', data: { reason: blockReason } }]);
    expect([asked(walk, 'm32'), asked(walk, 'm01')]).toEqual([['rework_blocked'], ['await_rework']]);
  });

  it('lets an ordinary decision through whatever kind of spending is said, for it spends nothing', () => {
    expect(submitted(decisionDraft(), spending(0, { expenseType: 'investment' })).stage).toBe('deliberating');
  });

  it('asks again for each version: what was blocked is reworked and handed in once more', () => {
    const walk = submitted(decisionDraft(), spending(800_001)).act('decision.reopened', 'm32', {});
    expect(walk.procedure).toMatchObject({ stage: 'draft', block: null });
    submitted(walk, spending(800_000));
    expect(walk.procedure.submissions.map(({ version: n, terms }) => [n, terms.amount])).toEqual([
      [1, 800_001],
      [2, 800_000],
    ]);
  });

  it('refuses amounts that are no money, another text under the same number, and another mandate', () => {
    const walk = decisionDraft();
    const hand = (amount: number, n = 1, mandate = walk.procedure.mandate) =>
      walk.refusal('decision.submitted', 'm32', { terms: spending(amount), text: version(n, 1), mandate });
    expect([hand(-1)?.code, hand(0.5)?.code, hand(Number.NaN)?.code]).toEqual(Array(3).fill('terms_invalid'));
    expect(hand(1, 1, standing({ key: 'MD-2' }))?.code).toBe('mandate_missing');
    expect(
      walk.refusal('decision.submitted', 'm14', { terms: spending(1), text: version(1, 1), mandate: standing() })?.code,
    ).toBe('not_your_role');
    submitted(walk).act('decision.reopened', 'm32', {});
    const otherText = { ...version(1, 1), textHash: 'another' };
    expect(
      walk.refusal('decision.submitted', 'm32', { terms: spending(1), text: otherText, mandate: standing() })?.code,
    ).toBe('text_changed');
  });
});

describe('the vote of the holders', () => {
  it('has only holders on its roll, each with the organisation for which she sits', () => {
    const { electorate } = holdersOf(decisionDraft().procedure, mandateTable);
    expect(electorate.map(({ seat }) => seat)).toEqual(holders.map((member) => `seat-${member}`));
    expect(new Set(electorate.map(({ organisation }) => organisation)).size).toBe(7);
    const walk = decisionBallot();
    expect(walk.refusal('vote.cast', 'm01', { ballot: 'B-1', choice: 'no' })?.code).toBe('no_vote');
    expect(walk.refusal('vote.cast', 'm40', { ballot: 'B-1', choice: 'no' })?.code).toBe('not_your_role');
  });

  it('does not count a voting seat of a sector that does not hold the mandate', () => {
    const seats = mandateTable.seats.map((seat) =>
      seat.sector === 'market' ? { ...seat, right: 'vote' as const } : seat,
    );
    const table: Composition = { ...mandateTable, seats };
    const { procedure, now } = submitted(decisionDraft());
    const walk = decisionBallot(new Walk(procedure, table, now));
    expect(walk.procedure.ballots[0]?.electorate).toHaveLength(8);
    expect(walk.refusal('vote.cast', 'm29', { ballot: 'B-1', choice: 'yes' })?.code).toBe('not_your_role');
  });

  it('on spending needs more than half of those eligible; on nothing, more than half of those cast', () => {
    const vote = (amount: number, yes: number, no: number) => {
      const walk = decisionBallot(submitted(decisionDraft(), spending(amount)));
      for (const [n, member] of holders.entries()) {
        const choice = n < yes ? 'yes' : n < yes + no ? 'no' : 'abstain';
        walk.act('vote.cast', member, { ballot: 'B-1', choice });
      }
      return walk.act('vote.closed', 'm41', { ballot: 'B-1', reason: null }).stage;
    };
    expect([vote(650_000, 5, 3), vote(650_000, 4, 0), vote(0, 4, 0), vote(0, 3, 3)]).toEqual([
      'standstill',
      'returned',
      'standstill',
      'returned',
    ]);
  });

  it('needs people of two organisations, an independent citizen counting as one', () => {
    const seats = mandateTable.seats.filter(
      ({ holder }) => holder !== null && ['m32', 'm33', 'm39', 'm01'].includes(holder),
    );
    const table: Composition = { ...mandateTable, seats };
    const { procedure, now } = submitted(new Walk(decisionDraft().procedure, table, instant('2026-11-24T08:00:00Z')));
    const voting = (...members: readonly string[]) => {
      const walk = decisionBallot(new Walk(procedure, table, now));
      for (const member of members) walk.act('vote.cast', member, { ballot: 'B-1', choice: 'yes' });
      return walk.act('vote.closed', 'm41', { ballot: 'B-1', reason: 'The evening is over.' });
    };
    const alone = voting('m32', 'm33');
    expect(alone.stage).toBe('deliberating');
    expect(alone.procedure.ballots[0]?.result).toMatchObject({ verdict: 'no_quorum', quorumOverall: true });
    expect(voting('m32', 'm39').stage).toBe('standstill');
  });

  it('without quorum is followed by a second call on a later day, with the lower quorum', () => {
    const walk = decisionBallot();
    for (const member of holders.slice(0, 4)) walk.act('vote.cast', member, { ballot: 'B-1', choice: 'yes' });
    walk.act('vote.closed', 'm41', { ballot: 'B-1', reason: 'Nobody else comes.' });
    expect([walk.stage, asked(walk, 'm40')]).toEqual(['deliberating', ['await_second_call']]);
    const again = { key: 'B-2', closesAt: null, presence: null };
    expect(walk.refusal('vote.opened', 'm40', again)?.code).toBe('too_early');
    decisionBallot(walk.at('2026-11-25T10:00:00Z'), 'B-2');
    expect(walk.procedure.ballots[1]?.call).toBe(2);
    for (const member of holders.slice(0, 5)) walk.act('vote.cast', member, { ballot: 'B-2', choice: 'yes' });
    expect(walk.act('vote.closed', 'm41', { ballot: 'B-2', reason: 'It is late.' }).stage).toBe('standstill');
  });

  it('holds the amount from its opening on, so it is not opened when less is left', () => {
    const walk = submitted(decisionDraft());
    const why = walk.refusal('vote.opened', 'm40', {
      key: 'B-1',
      closesAt: null,
      presence: null,
      mandate: { ...walk.procedure.mandate, left: 799_999 },
    });
    expect(why).toMatchObject({ code: 'over_budget', params: { amount: 800_000, left: 799_999 } });
    expect(ledgerEntryOf(walk.procedure)).toBeNull();
    expect(ledgerEntryOf(decisionBallot(walk).procedure)).toEqual({ version: 1, amount: 800_000, state: 'reserved' });
    expect(ledgerEntryOf(votedBy(walk, 5).procedure)?.state).toBe('committed');
    expect(ledgerEntryOf(walk.at('2026-12-20T08:00:00Z').procedure)?.state).toBe('spent');
  });

  it('does not outlast its mandate, nor is it opened while that is suspended', () => {
    const mandate = standing({ expiresAt: instant('2026-12-24T08:00:00Z') });
    const walk = submitted(decisionDraft(mandate));
    const opened = { key: 'B-1', closesAt: instant('2026-12-24T08:00:00Z'), presence: null, mandate };
    expect(walk.refusal('vote.opened', 'm40', opened)).toMatchObject({
      code: 'closing_time_out_of_range',
      rule: 'mandate.expiresOn',
    });
    const suspended = told(walk, { state: 'suspended', suspensions: [{ from: walk.now, until: null }] });
    expect(suspended.refusal('vote.opened', 'm40', { key: 'B-1', closesAt: null, presence: null })?.code).toBe(
      'mandate_not_active',
    );
    expect(asked(suspended, 'm40')).toEqual(['await_mandate']);
  });

  it('is void from the moment at which the mandate is suspended, also when nobody has recorded that yet', () => {
    const closing = { key: 'B-1', closesAt: instant('2026-12-18T08:00:00Z'), presence: null };
    const walk = submitted(decisionDraft()).act('vote.opened', 'm40', closing);
    for (const member of holders) walk.act('vote.cast', member, { ballot: 'B-1', choice: 'yes' });
    walk.at('2026-12-19T08:00:00Z');
    expect(walk.consequences.slice(-1)).toMatchObject([
      { name: 'vote.voided', at: '2026-12-16T23:00:00.000Z', data: { reason: 'mandate_suspended' } },
    ]);
    expect(walk.stage).toBe('deliberating');
  });

  it('closed before a suspension counts, also when both are recorded later', () => {
    const closing = { key: 'B-1', closesAt: instant('2026-12-16T08:00:00Z'), presence: null };
    const walk = submitted(decisionDraft()).act('vote.opened', 'm40', closing);
    for (const member of holders) walk.act('vote.cast', member, { ballot: 'B-1', choice: 'yes' });
    expect(walk.at('2026-12-19T08:00:00Z').stage).toBe('standstill');
  });
});

describe('conflicts of interest', () => {
  it('take a holder out of the base, as in the ballot on the minibus', () => {
    const walk = submitted(decisionDraft(), spending(650_000)).act('seat.recused', 'm20', { reason });
    decisionBallot(walk, 'B-5');
    expect(walk.refusal('vote.cast', 'm20', { ballot: 'B-5', choice: 'yes' })?.code).toBe('recused');
    for (const member of ['m14', 'm16', 'm22', 'm32', 'm33'])
      walk.act('vote.cast', member, { ballot: 'B-5', choice: 'yes' });
    walk.act('vote.cast', 'm39', { ballot: 'B-5', choice: 'abstain' });
    walk.act('vote.closed', 'm41', { ballot: 'B-5', reason: 'One is absent.' });
    expect(walk.procedure.ballots[0]?.result).toMatchObject({
      verdict: 'adopted',
      recused: 1,
      base: 7,
      total: { eligible: 7, tookPart: 6, yes: 5, abstain: 1 },
    });
  });

  it('that leave no quorum bring the decision to the institution, and void what was open', () => {
    const walk = decisionBallot();
    const others = holders.filter((member) => !['m16', 'm32', 'm33'].includes(member));
    for (const member of [...others, 'm16']) walk.act('seat.recused', member, { reason });
    // The seat of m16 has a deputy, who decides for it.
    expect(walk.stage).toBe('voting');
    walk.act('seat.recused', 'm17', { reason });
    expect(walk.procedure).toMatchObject({ stage: 'returned', returned: { reason: 'recusals', answer: null } });
    expect(walk.followed.slice(-2)).toEqual(['vote.voided', 'decision.returned']);
    expect(walk.refusal('institution.answered', 'm32', { outcome: 'adopted', reason })?.code).toBe('not_your_role');
    walk.act('institution.answered', 'm01', { outcome: 'adopted', reason });
    expect([walk.stage, ledgerEntryOf(walk.procedure)]).toEqual(['closed', null]);
  });

  it('declared on the draft count once it is handed in', () => {
    const walk = decisionDraft();
    for (const member of ['m14', 'm16', 'm17', 'm20', 'm22', 'm31', 'm39'])
      walk.act('seat.recused', member, { reason });
    expect(walk.stage).toBe('draft');
    expect(submitted(walk).stage).toBe('returned');
  });
});
