import { modeChecks } from '../test/mode-check/mode-checks.js';
import { explore, movesFrom, stuck, wayTo, type Exploration } from '../test/mode-check/explore.js';
import { type ModeCheck, type Move, type SmallTable } from '../test/mode-check/mode-check.js';
import { type Procedure } from './procedure.js';
import { modeOf, offeredModes } from './registry.js';

/** What one exploration of a small table has shown. */
interface Seen<P extends Procedure> {
  readonly small: SmallTable<P>;
  readonly exploration: Exploration<P>;
}

/** A way as it was seen: `from by to`, with `clock` where time alone led there. */
const wayOf = (from: string, by: string, to: string, how: string): string =>
  `${from} → ${to}: ${by}${how === 'clock' ? ', by the clock' : ''}`;

function check<P extends Procedure>(
  mode: P['mode'],
  { tables, finals, ways, forbidden, beside = [] }: ModeCheck<P>,
): void {
  const rules = modeOf<P>({ mode });
  const seen: Seen<P>[] = [];
  const done = new Map<string, string>();
  const went = new Set<string>();
  const stages = new Set<string>();

  /** The stage, and those to which time leads at once: a text that comes back after its time is over goes on. */
  const withTime = (stage: P['stage']): readonly P['stage'][] => {
    const reached = new Set([stage]);
    for (const one of reached) {
      for (const { from, to } of rules.clockTransitions) if (from.includes(one)) for (const end of to) reached.add(end);
    }
    return [...reached];
  };

  beforeAll(() => {
    for (const small of tables) {
      const watch = (move: Move<P>): void => {
        for (const { what, done: isDone } of forbidden) {
          if (!done.has(what) && isDone(move, rules)) done.set(what, `${small.title}: ${JSON.stringify(move.act)}`);
        }
        const { before, after, act, how, consequences } = move;
        const names = act ? [act.name] : consequences.map(({ name }) => name);
        for (const by of names) went.add(wayOf(before.stage, by, after.stage, how));
        stages.add(after.stage);
      };
      seen.push({ small, exploration: explore(rules, small, watch) });
    }
  });

  it('leaves no state without a way to an end', () => {
    for (const { small, exploration } of seen) {
      const found = stuck(exploration, finals).map((one) => [one.procedure.stage, ...wayTo(exploration, one)]);
      expect({ table: small.title, stuck: found.length, first: found[0] }).toEqual({ table: small.title, stuck: 0 });
      expect(exploration.states.size).toBeGreaterThan(500);
    }
  });

  it('ends nowhere but at the stages that the document calls final', () => {
    const ends = seen.flatMap(({ exploration }) =>
      [...exploration.states].flatMap(([key, { procedure, next }]) =>
        [...next].every((to) => to === key) ? [procedure.stage] : [],
      ),
    );
    expect(finals).toEqual(expect.arrayContaining([...new Set(ends)]));
    expect([...stages]).toEqual(expect.arrayContaining([...finals]));
  });

  it.each(ways.map(({ from, by, to, how = 'act' }) => [wayOf(from, by, to, how)]))('goes the way %s', (way) => {
    expect(went).toContain(way);
  });

  it('takes no way that its table does not name, and tries every act that it names', () => {
    const named = rules.transitions.flatMap(({ act, from, to }) =>
      from.flatMap((start) => to.flatMap(withTime).map((end) => wayOf(start, act, end, 'act'))),
    );
    const acted = [...went].filter((way) => rules.transitions.some(({ act }) => way.endsWith(`: ${act}`)));
    expect(acted.filter((way) => !named.includes(way))).toEqual([]);
    const tried = new Set<string>([...tables.flatMap(({ alphabet }) => Object.keys(alphabet)), ...beside]);
    const leading = rules.transitions.filter(({ act, from, to }) => beside.includes(act) && from.join() !== to.join());
    expect(leading).toEqual([]);
    expect(rules.transitions.map(({ act }) => act).filter((act) => !tried.has(act))).toEqual([]);
  });

  it.each(forbidden.map(({ what }) => [what]))('never: %s', (what) => {
    expect(done.get(what)).toBeUndefined();
  });

  it.each(forbidden.map((one) => [one.what, one] as const))(
    'would be found out: %s',
    (_what, { done: isDone, mistake }) => {
      const mistaken = mistake(rules);
      const found = seen.some(({ small, exploration }) =>
        [...exploration.states.values()].some((one) =>
          movesFrom(mistaken, small, one).some((move) => isDone(move, mistaken)),
        ),
      );
      expect(found).toBe(true);
    },
  );
}

describe.each(offeredModes.map((mode) => [mode] as const))('every state of %s', (mode) => {
  check(mode, modeChecks[mode] as unknown as ModeCheck<Procedure>);
});
