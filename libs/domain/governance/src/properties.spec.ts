import { instant, plusMillis, type Instant } from '@tavolo/kernel';
import fc from 'fast-check';
import { everyone, version } from '../test/proposals.js';
import { actorAt, elderlyRules, elderlyTable, familyRules, familyTable, reservedRules } from '../test/tables.js';
import { explanationsIn } from '../test/walk.js';
import { addsUp, advance, expectations, nextDue, possibleActs, startProcedure, step } from './index.js';
import {
  type ActPayloads,
  type Composition,
  type Procedure,
  type ProcedureAct,
  type ProcedureActName,
} from './index.js';
import { modeOf } from './registry.js';

const begin = instant('2026-09-08T07:30:00Z');
const hour = 3_600_000;

interface Attempt {
  readonly name: ProcedureActName;
  readonly member: string;
  readonly wait: number;
  readonly payload: object;
}

const reason = fc.constantFrom(null, '', 'Because it is so.');
const text = fc.constantFrom(1, 2, 3).map((n) => version(n, 2));
const ballotKey = fc.constantFrom('B-1', 'B-2', 'B-3');
const payloads: { readonly [Name in ProcedureActName]: fc.Arbitrary<ActPayloads[Name]> } = {
  'proposal.frozen': fc.record({ text }),
  'seat.recused': fc.constant({ reason: 'I work there.' }),
  'dissent.attached': fc.constant({ text: 'I do not agree.' }),
  'proposal.submitted': fc.constant({}),
  'proposal.declared_inadmissible': fc.constant({ reason: '' }),
  'negotiation.opened': fc.constant({}),
  'settlement.confirmed': text.map(({ textHash }) => ({ textHash })),
  'settlement.withdrawn': fc.constant({}),
  'proposal.settled': fc.record({ text }),
  'ratification.requested': fc.constantFrom({ sector: 'public' as const }, { sector: 'citizens' as const }),
  'ratification.given': fc.constant({}),
  'ratification.refused': fc.constant({ reason: 'Too much.' }),
  'consent_round.opened': fc.constant({}),
  'consent.given': fc.record({
    stand: fc.constantFrom('consent' as const, 'stand_aside' as const, 'objection' as const),
    reason,
    change: reason,
  }),
  'consent_round.closed': fc.constant({}),
  'vote.opened': fc.record({
    key: ballotKey,
    closesAt: fc.constantFrom(null, plusMillis(begin, 48 * hour), plusMillis(begin, 4000 * hour)),
    presence: fc.constantFrom(
      null,
      null,
      familyTable.seats.map(({ id }) => id),
    ),
  }),
  'vote.cast': fc.record({
    ballot: ballotKey,
    choice: fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const),
  }),
  'vote.closed': fc.record({ ballot: ballotKey, reason }),
  'hold.supported': fc.constant({ reason: 'We were not heard.' }),
  'mediation.closed': fc.record({ reason }),
  'negotiation.reopened': fc.constant({}),
  'organ.confirmed': fc.record({ reason }),
  'organ.refused': fc.constant({ reason: 'No cover.' }),
  'agreement.formalised': fc.constant({
    kind: 'convention' as const,
    responsibilities: [],
    commitments: [],
    measures: [],
    reviewOn: '2028-01-01',
  }),
  'review.opened': fc.constant({}),
  'proposal.closed': fc.record({ reason }),
  'consultation.opened': fc.record({
    closesOn: fc.constantFrom('2026-10-05', '2026-12-24', 'soon'),
    urgentReason: reason,
    text,
  }),
  'interest.declared': fc.constant({ interest: 'We deliver the meals.' }),
  'assessment.submitted': fc.record({
    key: fc.constantFrom('AS-1', 'AS-2', 'AS-3', 'AS-4'),
    position: fc.constantFrom('favourable' as const, 'conditional' as const, 'contrary' as const, 'none' as const),
    clause: fc.constantFrom(null, 'c1', 'c9'),
    reason,
    condition: reason,
  }),
  'reply.published': fc.record({
    key: fc.constantFrom('RE-1', 'RE-2'),
    assessments: fc.subarray(['AS-1', 'AS-2', 'AS-3', 'AS-4']),
    outcome: fc.constantFrom('accepted' as const, 'not_accepted' as const, 'noted' as const),
    reason,
  }),
  'decision.recorded': fc.record({
    outcome: fc.constantFrom('adopted' as const, 'not_adopted' as const),
    statement: fc.constantFrom(null, 'x'.repeat(200)),
    version: fc.constantFrom(null, 1),
  }),
  'consultation.followed_up': fc.constant({ text: 'It is done.' }),
  'consultation.withdrawn': fc.constant({ reason: 'No funds.' }),
};

/** Sequences that lead somewhere: mostly acts that are possible, sometimes any act by anyone, with time passing in between. */
const attempts = (members: readonly string[], names: readonly ProcedureActName[]): fc.Arbitrary<readonly Attempt[]> =>
  fc.array(
    fc.constantFrom(...names).chain((name) =>
      fc.record({
        name: fc.constant(name),
        member: fc.constantFrom(...members),
        wait: fc.oneof({ arbitrary: fc.constant(0), weight: 6 }, { arbitrary: fc.nat({ max: 900 }), weight: 1 }),
        payload: payloads[name] as fc.Arbitrary<object>,
      }),
    ),
    { maxLength: 60 },
  );

interface Case {
  readonly start: Procedure;
  readonly table: Composition;
  readonly tried: readonly Attempt[];
}

const actNames = Object.keys(payloads) as ProcedureActName[];
const inMode = (start: Procedure): readonly ProcedureActName[] =>
  actNames.filter((name) => modeOf(start).transitions.some(({ act }) => act === name));
const sponsors = [actorAt(familyTable, 'm16').member];

/** The usual way to a settled text, so that random acts reach ballots as well. */
const prologue: readonly Attempt[] = (
  [
    ['proposal.submitted', 'm16', {}],
    ['negotiation.opened', 'm40', {}],
    ...['m40', 'm02', 'm12', 'm30'].map((member) => ['settlement.confirmed', member, { textHash: 'text-1' }] as const),
    ['proposal.settled', 'm40', { text: version(1, 2) }],
  ] as const
).map(([name, member, payload]) => ({ name, member, payload, wait: 0 }));

const planningCase = fc.constantFrom(familyRules, reservedRules).chain((rulebook) => {
  const start = startProcedure({ rulebook, sponsors, now: begin });
  return fc
    .record({ lead: fc.boolean(), tried: attempts([...everyone, 'm26', 'm40', 'm40', 'm41', 'm42'], inMode(start)) })
    .map(({ lead, tried }): Case => ({ start, table: familyTable, tried: lead ? [...prologue, ...tried] : tried }));
});

const consultationCase = fc
  .constant(startProcedure({ rulebook: elderlyRules, sponsors: [], now: begin }))
  .chain((start) =>
    attempts(['m03', 'm03', 'm03', 'm08', 'm14', 'm31', 'm27', 'm01', 'm40'], inMode(start)).map((tried): Case => ({
      start,
      table: elderlyTable,
      tried,
    })),
  );

const anyCase = fc.oneof(planningCase, consultationCase);

/** Plays a case; the visitor sees each accepted act with the value before and after, and the time. */
function play(
  { start, table, tried }: Case,
  visit: (before: Procedure, act: ProcedureActName, after: Procedure, now: Instant) => void = () => undefined,
): { readonly procedure: Procedure; readonly now: Instant } {
  let [procedure, now] = [start, begin];
  for (const { name, member, wait, payload } of tried) {
    now = plusMillis(now, wait * hour);
    const by = actorAt(table, member);
    const outcome = step(procedure, { name, by, table, ...payload } as unknown as ProcedureAct, now);
    if (!outcome.ok) continue;
    visit(advance(procedure, now).procedure, name, outcome.procedure, now);
    procedure = outcome.procedure;
  }
  return { procedure, now };
}

/** Stages that the clock alone may lead to from a stage. */
function reachableByClock(procedure: Procedure, from: string): ReadonlySet<string> {
  const reached = new Set([from]);
  const rows: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[] =
    modeOf(procedure).clockTransitions;
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const row of rows)
      if (row.from.some((stage) => reached.has(stage))) row.to.forEach((stage) => reached.add(stage));
  }
  return reached;
}

describe('whatever people try', () => {
  it('makes no transition outside the tables', () => {
    fc.assert(
      fc.property(anyCase, (tried) => {
        play(tried, (before, act, after) => {
          const rows = modeOf(before).transitions.filter(
            (row) => row.act === act && (row.from as readonly string[]).includes(before.stage),
          );
          const ends = rows.flatMap(({ to }) => to as readonly string[]);
          expect(ends.some((end) => reachableByClock(before, end).has(after.stage))).toBe(true);
        });
      }),
    );
  });

  it('does exactly what was offered as possible, apart from what the act carries', () => {
    fc.assert(
      fc.property(anyCase, ({ start, table, tried }) => {
        let [procedure, now] = [start, begin];
        for (const { name, member, wait, payload } of tried) {
          now = plusMillis(now, wait * hour);
          const by = actorAt(table, member);
          const offered = possibleActs(procedure, by, table, now).find(({ act }) => act === name);
          const outcome = step(procedure, { name, by, table, ...payload } as unknown as ProcedureAct, now);
          if (offered?.allowed === false) expect(outcome).toEqual({ ok: false, refusal: offered.refusal });
          if (outcome.ok) procedure = outcome.procedure;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('leaves a plain value: through JSON and back it is the same and does the same', () => {
    fc.assert(
      fc.property(anyCase, fc.nat({ max: 9000 }), (tried, later) => {
        const { procedure, now } = play(tried);
        const copy = JSON.parse(JSON.stringify(procedure)) as Procedure;
        expect(copy).toEqual(procedure);
        const then = plusMillis(now, later * hour);
        expect(advance(copy, then)).toEqual(advance(procedure, then));
      }),
    );
  });

  it('leaves explanations whose leaves add up, now and when time has passed', () => {
    fc.assert(
      fc.property(anyCase, (tried) => {
        const { procedure, now } = play(tried);
        for (const explanation of explanationsIn(advance(procedure, plusMillis(now, 9000 * hour)))) {
          expect(addsUp(explanation)).toBe(true);
        }
      }),
    );
  });

  it('always leaves someone with an answer to what is expected', () => {
    fc.assert(
      fc.property(anyCase, (tried) => {
        const { procedure, now } = play(tried);
        for (const member of ['m16', 'm40', 'm41', 'm03', 'm08', 'stranger']) {
          const found = expectations(procedure, actorAt(tried.table, member), tried.table, now);
          expect(found.length).toBeGreaterThan(0);
        }
        expect(expectations(procedure, null, tried.table, now).length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('time', () => {
  it('brings the same about in however many steps it passes, in order, and once', () => {
    fc.assert(
      fc.property(anyCase, fc.array(fc.nat({ max: 3000 }), { maxLength: 6 }), (tried, waits) => {
        const { procedure, now } = play(tried);
        let [current, moment, seen] = [procedure, now, [] as string[]];
        for (const wait of waits) {
          moment = plusMillis(moment, wait * hour);
          const change = advance(current, moment);
          current = change.procedure;
          seen = [...seen, ...change.consequences.map(({ name, at }) => `${at} ${name}`)];
        }
        const once = advance(procedure, moment);
        expect(current).toEqual(once.procedure);
        expect(seen).toEqual(once.consequences.map(({ name, at }) => `${at} ${name}`));
        const instants = once.consequences.map(({ at }) => at);
        expect(instants).toEqual([...instants].sort());
        expect(advance(once.procedure, moment)).toEqual({ procedure: once.procedure, consequences: [] });
      }),
    );
  });

  it('changes nothing before the instant that is announced as the next, and something at it', () => {
    fc.assert(
      fc.property(anyCase, (tried) => {
        const { procedure } = play(tried);
        const due = nextDue(procedure);
        if (due === null) return;
        expect(advance(procedure, plusMillis(due, -1)).procedure).toEqual(procedure);
        expect(advance(procedure, due).procedure).not.toEqual(procedure);
      }),
    );
  });
});
