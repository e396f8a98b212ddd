import { instant, localDateOf } from '@tavolo/kernel';
import fc from 'fast-check';
import {
  activeMandate,
  granted,
  mandateTable,
  mandateTerms,
  MandateWalk,
  proposedMandate,
} from '../../test/mandates.js';
import { actorAt } from '../../test/tables.js';
import { explanationsIn } from '../../test/walk.js';
import {
  addsUp,
  advanceMandate,
  mandateClockTransitions,
  mandateTransitions,
  nextMandateDue,
  possibleMandateActs,
  proposeMandate,
  stepMandate,
  sumsOf,
  withLedgerEntry,
  type Mandate,
  type MandateAct,
  type MandateActName,
  type MandateActPayloads,
  type MandateTerms,
} from '../index.js';

const breach = { ground: 'misuse', reason: 'The van was used privately.' } as const;

describe('a mandate', () => {
  it('is proposed by a holder-to-be, and granted by the institution in a published act', () => {
    const walk = proposedMandate();
    expect(walk.mandate).toMatchObject({ state: 'proposed', grant: null, reportDueOn: null });
    expect(walk.refusal('mandate.granted', 'm32', granted)).toMatchObject({ code: 'not_your_role' });
    expect(walk.refusal('mandate.granted', 'm01', { ...granted, reference: ' ' })?.code).toBe('reason_required');
    expect(walk.refusal('mandate.granted', 'm01', { ...granted, date: 'yesterday' })?.code).toBe('terms_invalid');
    walk.act('mandate.granted', 'm01', granted);
    expect(walk.mandate).toMatchObject({ state: 'active', grant: granted, reportDueOn: '2026-12-01' });
    expect(walk.refusal('mandate.granted', 'm01', granted)?.code).toBe('wrong_stage');
  });

  it('is not proposed by whoever neither holds it, grants it nor guides the table', () => {
    const propose = (member: string) =>
      proposeMandate(mandateTerms, actorAt(mandateTable, member), mandateTable, instant('2026-09-02T07:00:00Z'));
    expect(['m32', 'm01', 'm40', 'm43'].map((member) => propose(member).ok)).toEqual([true, true, true, true]);
    expect(propose('m29')).toMatchObject({ ok: false, refusal: { code: 'no_vote' } });
    expect(propose('m42')).toMatchObject({ ok: false, refusal: { code: 'not_your_role' } });
  });

  it.each<readonly [string, Partial<MandateTerms>]>([
    ['holders', { holders: [] }],
    ['scope', { scope: [] }],
    ['expenseTypes', { expenseTypes: [] }],
    ['budget', { budget: 0.5 }],
    ['budget', { budget: -1 }],
    ['perDecision', { perDecision: 4_000_001 }],
    ['expiresOn', { expiresOn: '2026-09-01' }],
    ['expiresOn', { expiresOn: '2029-09-02' }],
    ['expiresOn', { startsOn: '2028-02-29', expiresOn: '2031-03-01' }],
    ['expiresOn', { expiresOn: '2027-02-29' }],
    ['reportEveryDays', { reportEveryDays: 0 }],
    ['suspendAfterDays', { suspendAfterDays: -1 }],
    ['revocation', { revocation: { noticeDays: 30, grounds: [] } }],
    ['names', { scope: [...mandateTerms.scope, ...mandateTerms.scope] }],
  ])('is refused for its %s: %j', (term, differing) => {
    const by = actorAt(mandateTable, 'm01');
    const outcome = proposeMandate(
      { ...mandateTerms, ...differing },
      by,
      mandateTable,
      instant('2026-09-02T07:00:00Z'),
    );
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'terms_invalid', params: { term } } });
  });

  it('lasts 36 months at most, to the day', () => {
    expect(proposedMandate({ expiresOn: '2029-09-01' }).mandate.state).toBe('proposed');
    expect(proposedMandate({ startsOn: '2028-02-29', expiresOn: '2031-02-28' }).mandate.state).toBe('proposed');
  });

  it('granted ahead takes effect at the first moment of its first day', () => {
    const walk = proposedMandate({ startsOn: '2026-10-01' }).act('mandate.granted', 'm01', granted);
    expect(walk.mandate.state).toBe('proposed');
    walk.at('2026-10-05T08:00:00Z');
    expect(walk.consequences).toMatchObject([{ name: 'mandate.took_effect', at: '2026-09-30T22:00:00.000Z' }]);
    expect(walk.mandate).toMatchObject({ state: 'active', reportDueOn: '2026-12-30' });
  });
});

describe('the report of a mandate', () => {
  it('15 days overdue suspends it at the first moment after, and filing makes it active again at once', () => {
    const walk = activeMandate().at('2026-12-16T22:59:59Z');
    expect(walk.mandate.state).toBe('active');
    walk.at('2026-12-20T10:00:00Z');
    const [, suspended] = walk.consequences;
    // 17 December, 00:00 in Rome.
    expect(suspended).toMatchObject({ name: 'mandate.suspended', at: '2026-12-16T23:00:00.000Z' });
    expect(suspended?.explanation).toMatchObject({
      key: 'mandate.report',
      held: false,
      values: { have: 16, needed: 15 },
    });
    expect(suspended?.explanation && addsUp(suspended.explanation)).toBe(true);
    walk.act('mandate.reported', 'm16', { text: 'What we did.', decisions: ['D-401'] });
    expect(walk.mandate).toMatchObject({
      state: 'active',
      since: walk.now,
      reportDueOn: '2027-03-22',
      reports: [{ n: 1, dueOn: '2026-12-01', onTime: false, decisions: ['D-401'] }],
      suspensions: [{ cause: 'report_overdue', until: walk.now }],
    });
    expect(walk.consequences.at(-1)?.name).toBe('mandate.reactivated');
  });

  it('filed in time is on time, and the time to the next one runs from that day to a working day', () => {
    const walk = activeMandate()
      .at('2026-12-01T22:59:59Z')
      .act('mandate.reported', 'm32', { text: 'Done.', decisions: [] });
    // 90 days after 1 December is 1 March 2027, a Monday.
    expect(walk.mandate).toMatchObject({ reportDueOn: '2027-03-01', reports: [{ onTime: true }] });
    walk.at('2026-12-07T09:00:00Z').act('mandate.reported', 'm32', { text: 'More.', decisions: [] });
    // 7 March 2027 is a Sunday.
    expect(walk.mandate.reportDueOn).toBe('2027-03-08');
  });

  it('needs words, and is given by holders or by whoever records', () => {
    const walk = activeMandate();
    expect(walk.refusal('mandate.reported', 'm32', { text: ' \u200b', decisions: [] })?.code).toBe('reason_required');
    expect(walk.refusal('mandate.reported', 'm29', { text: 'Done.', decisions: [] })?.code).toBe('no_vote');
    expect(walk.refusal('mandate.reported', 'm42', { text: 'Done.', decisions: [] })?.code).toBe('not_your_role');
  });

  it('can still be given when the mandate is over, and none is due any more', () => {
    const walk = activeMandate({ expiresOn: '2026-10-31' }).at('2026-11-10T09:00:00Z');
    expect(walk.mandate).toMatchObject({ state: 'expired', reportDueOn: null });
    walk.act('mandate.reported', 'm32', { text: 'The last one.', decisions: [] });
    expect(walk.mandate).toMatchObject({ state: 'expired', reportDueOn: null, reports: [{ n: 1, onTime: true }] });
    expect(nextMandateDue(walk.mandate)).toBeNull();
  });
});

describe('the end of a mandate', () => {
  it('is at the first moment after its last day', () => {
    const walk = activeMandate()
      .at('2026-12-01T10:00:00Z')
      .act('mandate.reported', 'm32', { text: 'Done.', decisions: [] });
    walk.at('2027-02-26T10:00:00Z').act('mandate.reported', 'm32', { text: 'Done.', decisions: [] });
    walk.at('2027-05-20T10:00:00Z').act('mandate.reported', 'm32', { text: 'Done.', decisions: [] });
    walk.at('2027-06-30T21:59:59Z');
    expect(walk.mandate.state).toBe('active');
    walk.at('2027-07-02T10:00:00Z');
    expect(walk.mandate).toMatchObject({ state: 'expired', ended: { how: 'expired', at: '2027-06-30T22:00:00.000Z' } });
  });

  it('by revocation needs a ground, 30 days of notice, the hearing of the table, and reasons', () => {
    const walk = activeMandate().at('2026-11-02T09:00:00Z');
    expect(walk.refusal('mandate.revoked', 'm01', { reason: 'Enough.' })?.code).toBe('wrong_stage');
    expect(walk.refusal('mandate.revocation_announced', 'm01', { ...breach, ground: 'taste' })).toMatchObject({
      code: 'ground_not_admitted',
      params: { grounds: ['misuse'] },
    });
    expect(walk.refusal('mandate.revocation_announced', 'm32', breach)?.code).toBe('not_your_role');
    walk.act('mandate.revocation_announced', 'm01', breach).at('2026-12-03T09:00:00Z');
    expect(walk.refusal('mandate.revoked', 'm01', { reason: 'Enough.' })).toMatchObject({
      code: 'hearing_missing',
      explanation: { key: 'mandate.revocation', held: false },
    });
    walk.act('mandate.heard', 'm40', { text: 'The table said that it was once.' });
    expect(walk.refusal('mandate.heard', 'm40', { text: 'Again.' })?.code).toBe('already_done');
    expect(walk.refusal('mandate.revoked', 'm01', { reason: '' })?.code).toBe('reason_required');
    walk.act('mandate.revoked', 'm01', { reason: 'It happened again.' });
    expect(walk.mandate).toMatchObject({ state: 'revoked', ended: { how: 'revoked', reason: 'It happened again.' } });
    expect(possibleMandateActs(walk.mandate, actorAt(mandateTable, 'm01'), mandateTable, walk.now)).toEqual(
      expect.arrayContaining([expect.objectContaining({ act: 'mandate.resumed', allowed: false }) as unknown]),
    );
  });

  it('by revocation comes not before the notice is over, though the table was heard', () => {
    const walk = activeMandate().at('2026-11-02T09:00:00Z').act('mandate.revocation_announced', 'm01', breach);
    walk.act('mandate.heard', 'm42', { text: 'Heard.' }).at('2026-12-02T22:59:59Z');
    const from = walk.mandate.revocation?.possibleFrom;
    expect(from && localDateOf(from, 'Europe/Rome')).toBe('2026-12-02');
    expect(walk.refusal('mandate.revoked', 'm01', { reason: 'Enough.' })).toMatchObject({
      code: 'too_early',
      params: { from },
    });
    walk.at('2026-12-02T22:59:59.999Z').act('mandate.revoked', 'm01', { reason: 'Enough.' });
    expect(walk.mandate.state).toBe('revoked');
  });

  it('can be averted: the institution drops the revocation', () => {
    const walk = activeMandate().act('mandate.revocation_announced', 'm01', breach);
    expect(walk.refusal('mandate.revocation_announced', 'm01', breach)?.code).toBe('already_done');
    walk.act('mandate.revocation_withdrawn', 'm01', { reason: 'It was a misunderstanding.' });
    expect(walk.mandate.revocation).toBeNull();
  });
});

describe('a serious breach', () => {
  it('suspends at once, and a report does not lift that', () => {
    const walk = activeMandate().act('mandate.suspended', 'm01', breach);
    expect(walk.mandate.state).toBe('suspended');
    walk.at('2026-12-20T10:00:00Z');
    expect(walk.consequences.filter(({ name }) => name === 'mandate.suspended')).toHaveLength(1);
    walk.act('mandate.reported', 'm32', { text: 'Done.', decisions: [] });
    expect(walk.mandate.state).toBe('suspended');
    walk.act('mandate.resumed', 'm01', { reason: 'It was put right.' });
    expect(walk.mandate).toMatchObject({ state: 'active', since: walk.now });
    expect(walk.refusal('mandate.resumed', 'm01', { reason: 'Again.' })?.code).toBe('wrong_stage');
  });
});

describe('the sums of a mandate', () => {
  it('are exact to the cent, and never let it be overspent', () => {
    const { mandate } = activeMandate();
    const amounts = [650_000, 430_000];
    const spent = amounts.reduce<Mandate>((current, amount, n) => {
      const next = withLedgerEntry(current, `D-${n}`, { version: 1, amount, state: 'spent' });
      return next.ok ? next.mandate : current;
    }, mandate);
    expect(sumsOf(spent)).toEqual({
      budget: 4_000_000,
      spent: 1_080_000,
      committed: 0,
      reserved: 0,
      left: 2_920_000,
      free: 2_920_000,
    });
    const over = withLedgerEntry(spent, 'D-9', { version: 1, amount: 2_920_001, state: 'reserved' });
    expect(over).toMatchObject({ ok: false, refusal: { code: 'over_budget', params: { left: 2_920_000 } } });
    const reserved = withLedgerEntry(spent, 'D-9', { version: 1, amount: 2_920_000, state: 'reserved' });
    expect(reserved.ok && sumsOf(reserved.mandate)).toMatchObject({ left: 2_920_000, free: 0 });
  });

  it('add up whatever decisions take and give back, in any order', () => {
    const change = fc.record({
      proposal: fc.constantFrom('D-1', 'D-2', 'D-3', 'D-4', 'D-5', 'D-6'),
      amount: fc.nat({ max: 1_500_000 }),
      state: fc.constantFrom('reserved' as const, 'committed' as const, 'spent' as const, null),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        let { mandate } = activeMandate();
        for (const { proposal, amount, state } of changes) {
          const next = withLedgerEntry(mandate, proposal, state && { version: 1, amount, state });
          if (next.ok) mandate = next.mandate;
          const { budget, spent, committed, reserved, left, free } = sumsOf(mandate);
          expect(spent + committed + reserved + free).toBe(budget);
          expect([free >= 0, left - reserved]).toEqual([true, free]);
        }
      }),
    );
  });
});

describe('whatever people try with a mandate', () => {
  const payloads: { readonly [Name in MandateActName]: (n: number) => MandateActPayloads[Name] } = {
    'mandate.granted': (n) => (n % 4 === 0 ? { ...granted, reference: '' } : granted),
    'mandate.reported': (n) => ({ text: n % 4 === 0 ? '' : 'Done.', decisions: [] }),
    'mandate.suspended': (n) => ({ ...breach, ground: n % 4 === 0 ? 'taste' : 'misuse' }),
    'mandate.resumed': (n) => ({ reason: n % 4 === 0 ? '' : 'Put right.' }),
    'mandate.revocation_announced': () => breach,
    'mandate.heard': () => ({ text: 'Heard.' }),
    'mandate.revocation_withdrawn': () => ({ reason: 'A misunderstanding.' }),
    'mandate.revoked': () => ({ reason: 'Enough.' }),
  };
  const names = Object.keys(payloads) as MandateActName[];
  const attempts = fc.array(
    fc.record({
      name: fc.constantFrom(...names),
      member: fc.constantFrom('m01', 'm01', 'm32', 'm40', 'm42', 'm29'),
      n: fc.nat(50),
      days: fc.oneof(fc.constant(0), fc.nat({ max: 60 })),
    }),
    { maxLength: 60, size: 'max' },
  );

  /** States that the clock alone may lead to from a state. */
  const byClock = (from: string): ReadonlySet<string> => {
    const reached = new Set([from]);
    for (let before = 0; before < reached.size;) {
      before = reached.size;
      for (const row of mandateClockTransitions) {
        if (row.from.some((state) => reached.has(state))) for (const state of row.to) reached.add(state);
      }
    }
    return reached;
  };

  it('makes no transition outside the table, refuses what was not offered, and explains with leaves that add up', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(attempts, (tried) => {
        const walk = tried.length % 4 === 0 ? proposedMandate() : activeMandate();
        for (const { name, member, n, days } of tried) {
          walk.at(new Date(Date.parse(walk.now) + days * 86_400_000).toISOString());
          const before = walk.mandate;
          const by = actorAt(mandateTable, member);
          const offered = possibleMandateActs(before, by, mandateTable, walk.now).find(
            ({ act }) => act === name,
          )?.allowed;
          const act = { name, by, table: mandateTable, ...payloads[name](n) } as unknown as MandateAct;
          const outcome = stepMandate(before, act, walk.now);
          if (!offered) expect(outcome.ok).toBe(false);
          if (!outcome.ok) continue;
          const ends = mandateTransitions
            .filter((row) => row.act === name && row.from.includes(before.state))
            .flatMap(({ to }) => to);
          expect(ends.some((end) => byClock(end).has(outcome.mandate.state))).toBe(true);
          for (const explanation of explanationsIn(outcome)) expect(addsUp(explanation)).toBe(true);
          seen.add(outcome.mandate.state);
          walk.act(name, member, payloads[name](n));
        }
      }),
      { numRuns: 200 },
    );
    expect([...seen].sort()).toEqual(['active', 'expired', 'revoked', 'suspended']);
  });

  it('comes to the same in however many steps time passes, each at its true instant', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 90 }), { maxLength: 8 }), (waits) => {
        const { mandate, now } = activeMandate();
        const walk = new MandateWalk(mandate, mandateTable, now);
        for (const days of waits) walk.at(new Date(Date.parse(walk.now) + days * 86_400_000).toISOString());
        expect(advanceMandate(mandate, walk.now)).toEqual({ mandate: walk.mandate, consequences: walk.consequences });
      }),
    );
  });
});
