import { instant } from '@tavolo/kernel';
import {
  activeMandate,
  decisionBallot,
  decisionDraft,
  mandateTable,
  spending,
  standing,
  standingStill,
  submitted,
  votedBy,
} from '../../test/mandates.js';
import { actorAt } from '../../test/tables.js';
import { Walk } from '../../test/walk.js';
import {
  expectations,
  ledgerEntryOf,
  withStanding,
  type AutoAdministrationProcedure,
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

describe('the standstill', () => {
  it('lasts ten days that no holiday moves, and then the decision is effective at its true instant', () => {
    const walk = decisionBallot(submitted(decisionDraft()).at('2026-12-15T09:00:00Z'));
    votedBy(walk, 8);
    expect(walk.procedure.deadline).toBe('2026-12-25T22:59:59.999Z');
    walk.at('2027-01-10T09:00:00Z');
    expect(walk.consequences.at(-1)).toMatchObject({ name: 'decision.took_effect', at: '2026-12-25T22:59:59.999Z' });
    expect(walk.procedure).toMatchObject({ stage: 'effective', effectiveSince: '2026-12-25T22:59:59.999Z' });
  });

  it('is not touched by a suspension, nor by the end of the mandate', () => {
    const walk = told(standingStill(), { state: 'revoked', endedAt: instant('2026-12-02T08:00:00Z') });
    expect(walk.at('2026-12-12T00:00:00Z').stage).toBe('effective');
  });

  it('lets the institution call in on the four grounds only, with a reason, and nobody else', () => {
    const walk = standingStill();
    const called = (member: string, ground: string, why = reason) =>
      walk.refusal('decision.called_in', member, { ground, reason: why });
    expect(called('m01', 'not useful')).toMatchObject({
      code: 'ground_not_admitted',
      params: { ground: 'not useful', grounds: ['out_of_scope', 'over_budget', 'unlawful', 'undeclared_interest'] },
    });
    expect(called('m01', '')?.code).toBe('ground_not_admitted');
    expect(called('m01', 'unlawful', ' ')?.code).toBe('reason_required');
    expect([called('m06', 'unlawful')?.code, called('m32', 'unlawful')?.code]).toEqual([
      'not_your_role',
      'not_your_role',
    ]);
    expect([asked(walk, 'm01'), asked(walk, 'm32')]).toEqual([['consider_call_in'], ['await_standstill']]);
    walk.at('2026-12-11T22:59:59.999Z');
    expect(called('m01', 'unlawful')?.code).toBe('deadline_passed');
  });
});

describe('a call-in', () => {
  const calledIn = () => standingStill().act('decision.called_in', 'm01', { ground: 'out_of_scope', reason });

  it('stops the days, and the holders may amend: a new version is checked and voted on again', () => {
    const walk = calledIn().at('2027-01-05T09:00:00Z');
    expect([walk.stage, asked(walk, 'm32'), asked(walk, 'm14')]).toEqual([
      'called_in',
      ['answer_call_in'],
      ['await_holders'],
    ]);
    walk.act('decision.reopened', 'm32', {});
    expect(walk.procedure).toMatchObject({
      stage: 'draft',
      adoption: null,
      callIns: [{ answer: { kind: 'amended' } }],
    });
    expect(ledgerEntryOf(walk.procedure)).toBeNull();
    const active = told(walk, { state: 'active', suspendsAt: null, suspensions: [] });
    votedBy(decisionBallot(submitted(active, spending(430_000)), 'B-2'), 8, 'B-2');
    expect(active.procedure).toMatchObject({ stage: 'standstill', adoption: { version: 2, amount: 430_000 } });
  });

  it('may be answered by withdrawing', () => {
    const walk = calledIn().act('decision.withdrawn', 'm32', { reason });
    expect(walk.procedure).toMatchObject({ stage: 'withdrawn', callIns: [{ answer: { kind: 'withdrawn' } }] });
    expect(ledgerEntryOf(walk.procedure)).toBeNull();
  });

  it('goes to the guarantor only when the holders insist, who rules on that ground alone', () => {
    const walk = calledIn();
    expect(walk.refusal('call_in.ruled', 'm42', { upheld: true, reason })?.code).toBe('wrong_stage');
    expect(walk.refusal('decision.insisted', 'm01', { reason })?.code).toBe('not_your_role');
    walk.act('decision.insisted', 'm32', { reason });
    expect(walk.refusal('decision.insisted', 'm32', { reason })?.code).toBe('already_done');
    expect([asked(walk, 'm42'), asked(walk, 'm01')]).toEqual([['rule_on_call_in'], ['await_ruling']]);
    expect(walk.refusal('call_in.ruled', 'm01', { upheld: true, reason })?.code).toBe('not_your_role');
    walk.act('call_in.ruled', 'm42', { upheld: true, reason });
    expect([walk.stage, ledgerEntryOf(walk.procedure)]).toEqual(['annulled', null]);
  });

  it('that is not upheld leaves the rest of the days, in which the same ground is used up and another is not', () => {
    const walk = calledIn()
      .act('decision.insisted', 'm32', { reason })
      .act('call_in.ruled', 'm42', { upheld: false, reason });
    expect([walk.stage, walk.procedure.deadline]).toEqual(['standstill', '2026-12-11T22:59:59.999Z']);
    expect(walk.refusal('decision.called_in', 'm01', { ground: 'out_of_scope', reason })?.code).toBe('already_done');
    expect(walk.refusal('decision.called_in', 'm01', { ground: 'unlawful', reason })).toBeNull();
  });

  it('that is not upheld after those days makes the decision effective at once', () => {
    const walk = calledIn().act('decision.insisted', 'm32', { reason }).at('2027-01-05T09:00:00Z');
    walk.act('call_in.ruled', 'm42', { upheld: false, reason });
    expect(walk.procedure).toMatchObject({ stage: 'effective', effectiveSince: walk.now });
  });

  it('is still answered and ruled on when the mandate is over, but no longer amended', () => {
    const walk = told(calledIn(), { state: 'expired', endedAt: instant('2026-12-02T08:00:00Z') });
    expect(walk.refusal('decision.reopened', 'm32', {})?.code).toBe('mandate_over');
    walk.act('decision.insisted', 'm32', { reason }).act('call_in.ruled', 'm42', { upheld: false, reason });
    expect(walk.stage).toBe('standstill');
  });
});

describe('the end of a mandate', () => {
  it('freezes drafts and what is deliberated, voids open ballots, and leaves effective decisions alone', () => {
    const end = '2027-06-30T22:00:00.000Z';
    const none = { suspendsAt: null };
    const open = [
      decisionDraft(standing(none)),
      submitted(decisionDraft(standing(none))),
      decisionBallot(submitted(decisionDraft(standing(none)))),
    ];
    for (const walk of open) {
      walk.at('2027-07-01T08:00:00Z');
      expect(walk.procedure).toMatchObject({ stage: 'blocked', block: { reason: 'mandate_not_active', at: end } });
      expect(walk.refusal('decision.reopened', 'm32', {})?.code).toBe('mandate_over');
      expect(asked(walk, 'm32')).toEqual(['await_mandate']);
    }
    const effective = told(standingStill(), none).at('2027-07-01T08:00:00Z');
    expect(effective.stage).toBe('effective');
    effective.act('decision.noted', 'm41', { text: 'A minibus.' }).act('decision.reported', 'm32', { report: 1 });
    expect(effective.procedure).toMatchObject({
      stage: 'reported',
      reported: { report: 1 },
      note: { text: 'A minibus.' },
    });
  });

  it('that is a revocation freezes them at its instant', () => {
    const walk = told(decisionBallot().at('2026-11-26T08:00:00Z'), {
      state: 'revoked',
      endedAt: instant('2026-11-25T08:00:00Z'),
    });
    expect(walk.procedure.block).toMatchObject({ at: '2026-11-25T08:00:00.000Z' });
    expect(walk.procedure.ballots[0]).toMatchObject({ state: 'void', closedAt: '2026-11-25T08:00:00.000Z' });
  });

  it('does not reach decisions under another mandate', () => {
    const { procedure } = decisionDraft();
    const other = standing({ key: 'MD-2', state: 'revoked', endedAt: instant('2026-11-25T08:00:00Z') });
    expect(withStanding(procedure, other)).toBe(procedure);
    expect(activeMandate().mandate.ledger).toEqual([]);
  });
});
