import { plusMillis } from '@tavolo/kernel';
import fc from 'fast-check';
import { anyCase, hour, planningCase, play } from '../test/random-walks.js';
import { actorAt } from '../test/tables.js';
import { explanationsIn } from '../test/walk.js';
import { addsUp, advance, expectations, isAsked, nextDue, possibleActs, type Procedure } from './index.js';
import { modeOf } from './registry.js';

/** Stages that the clock alone may lead to from a stage. */
function reachableByClock(procedure: Procedure, from: string): ReadonlySet<string> {
  const reached = new Set([from]);
  const rows: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[] =
    modeOf(procedure).clockTransitions;
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const row of rows) {
      if (row.from.some((stage) => reached.has(stage))) for (const stage of row.to) reached.add(stage);
    }
  }
  return reached;
}

/** Acts by which people take part in discussion and decision. */
const decisive: ReadonlySet<string> = new Set([
  'settlement.confirmed',
  'ratification.requested',
  'ratification.given',
  'consent.given',
  'vote.cast',
  'hold.supported',
  'seat.recused',
]);

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 25 });

describe('whatever people try', () => {
  it('makes no transition outside the tables', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyCase, (tried) => {
        play(tried, ({ before, act, outcome }) => {
          if (!outcome.ok) return;
          const after = outcome.procedure;
          const rows = modeOf(before).transitions.filter(
            (row) => row.act === act.name && (row.from as readonly string[]).includes(before.stage),
          );
          const ends = rows.flatMap(({ to }) => to as readonly string[]);
          expect(ends.some((end) => reachableByClock(before, end).has(after.stage))).toBe(true);
          seen.add(after.stage);
        });
      }),
      { seed: 20261124, numRuns: 60 },
    );
    // The property would say little if the walks never got anywhere.
    expect(seen.size).toBeGreaterThan(12);
  });

  it('is refused when it was not offered as possible', () => {
    fc.assert(
      fc.property(anyCase, (tried) => {
        play(tried, ({ offered, outcome }) => {
          if (!offered) expect(outcome.ok).toBe(false);
        });
      }),
    );
  });

  it('changes nothing when it is refused, nor the value it was tried on', () => {
    fc.assert(
      fc.property(anyCase, (tried) => {
        const copy = JSON.stringify(tried.start);
        play(tried, ({ before, outcome }) => {
          expect(outcome.ok && outcome.procedure === before && outcome.consequences.length > 0).toBe(false);
        });
        expect(JSON.stringify(tried.start)).toBe(copy);
      }),
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
        const { procedure, now } = play(tried, ({ outcome }) => {
          for (const explanation of explanationsIn(outcome)) expect(addsUp(explanation)).toBe(true);
        });
        for (const explanation of explanationsIn(advance(procedure, plusMillis(now, 9000 * hour)))) {
          expect(addsUp(explanation)).toBe(true);
        }
      }),
    );
  });

  it('leaves one open decision at most, and none outside voting', () => {
    fc.assert(
      fc.property(anyCase, (tried) => {
        play(tried, ({ outcome }) => {
          if (!outcome.ok || outcome.procedure.mode !== 'planning') return;
          const { ballots, consentRounds, stage } = outcome.procedure;
          const open =
            ballots.filter(({ state }) => state === 'open' || state === 'suspended').length +
            consentRounds.filter(({ closedAt }) => closedAt === null).length;
          expect(open).toBeLessThanOrEqual(stage === 'voting' ? 1 : 0);
        });
      }),
    );
  });

  it('counts a seat as long as somebody who sits there has not left, and takes nothing more from who has', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(planningCase, (tried) => {
        play(tried, ({ before, act, outcome }) => {
          if (!outcome.ok || outcome.procedure.mode !== 'planning' || before.mode !== 'planning') return;
          const left = before.recusals.map(({ member }) => member);
          if (decisive.has(act.name)) expect(left).not.toContain(act.by.member);
          const { recusals, ballots, consentRounds } = outcome.procedure;
          const gone = recusals.map(({ member }) => member);
          const open = [
            ...ballots.filter(({ closedAt, state }) => closedAt === null && state !== 'void'),
            ...consentRounds.filter(({ closedAt }) => closedAt === null),
          ];
          for (const { id, right, holder, deputy } of tried.table.seats) {
            if (right !== 'vote' || holder === null || open.length === 0) continue;
            const sitters = [holder, deputy].filter((one) => one !== null);
            const out = sitters.filter((one) => gone.includes(one));
            const counted = open.map(({ electorate }) => electorate.some(({ seat }) => seat === id));
            expect(counted).toEqual([out.length < sitters.length]);
            seen.add(`${out.length} of ${sitters.length}`);
          }
        });
      }),
      { seed: 20261124, numRuns: 240 },
    );
    expect([...seen].sort()).toEqual(['0 of 1', '0 of 2', '1 of 1', '1 of 2', '2 of 2']);
  });

  it('always leaves an answer to what is expected of anybody', () => {
    fc.assert(
      fc.property(anyCase, (tried) => {
        const { procedure, now } = play(tried);
        for (const member of ['m16', 'm40', 'm41', 'm03', 'm08', 'stranger']) {
          const found = expectations(procedure, actorAt(tried.table, member), tried.table, now);
          expect(found.length).toBeGreaterThan(0);
        }
        expect(expectations(procedure, null, tried.table, now).length).toBeGreaterThan(0);
      }),
    );
  });

  it('asks of nobody what she may not do', () => {
    fc.assert(
      fc.property(anyCase, (tried) => {
        const { procedure, now } = play(tried);
        for (const member of tried.people) {
          const by = actorAt(tried.table, member);
          const possible = possibleActs(procedure, by, tried.table, now).filter(({ allowed }) => allowed);
          const asked = expectations(procedure, by, tried.table, now).filter(isAsked);
          expect(possible.map(({ act }) => act)).toEqual(
            expect.arrayContaining(asked.flatMap(({ act }) => (act === null ? [] : [act]))),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('time', () => {
  it('brings the same about in however many steps it passes, in order, and once', () => {
    fc.assert(
      fc.property(anyCase, fc.array(fc.nat({ max: 3000 }), { maxLength: 6 }), (tried, waits) => {
        const { procedure, now } = play(tried);
        let [current, moment, seen] = [procedure, now, [] as string[]];
        // What is due after the last act is brought about first, also where no time passes any more.
        for (const wait of [0, ...waits]) {
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
