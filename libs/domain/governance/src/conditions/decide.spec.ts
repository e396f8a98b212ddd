import fc from 'fast-check';
import { addsUp } from '../explain.js';
import { type Condition, type ConditionalRule, type Tally } from './condition.js';
import { decideRule } from './decide.js';

const moreYesThanNo: Condition = {
  type: 'ratio',
  numerator: ['yes'],
  denominator: ['yes', 'no'],
  op: '>',
  value: '1/2',
};
const rule = (...conditions: readonly Condition[]): ConditionalRule => ({ name: 'a rule', conditions });
const tally = (total: Tally['total'], groups: Tally['groups'] = []): Tally => ({ total, groups });

/** Three sectors, of which the citizens count double. */
const sectors = (citizens: { yes: number; no: number }): Tally =>
  tally({ yes: 9 + citizens.yes, no: 1 + citizens.no }, [
    { id: 'public', counts: { yes: 4, no: 0 }, weights: { seats: 1 } },
    { id: 'third_sector', counts: { yes: 5, no: 1 }, weights: { seats: '3/2' } },
    { id: 'citizens', kind: 'people', counts: citizens, weights: { seats: 2 } },
  ]);

describe('a rule of conditions', () => {
  it('holds a ratio strictly or at least, exactly, and never on nothing', () => {
    const atLeastTwoThirds: Condition = { ...moreYesThanNo, op: '>=', value: '2/3' };
    const passed = (condition: Condition, yes: number, no: number) =>
      decideRule(rule(condition), tally({ yes, no })).passed;
    expect([passed(moreYesThanNo, 5, 5), passed(moreYesThanNo, 6, 5)]).toEqual([false, true]);
    expect([passed(atLeastTwoThirds, 4, 2), passed(atLeastTwoThirds, 199, 100)]).toEqual([true, false]);
    expect(passed({ ...moreYesThanNo, op: '>=', value: 0 }, 0, 0)).toBe(false);
  });

  it('calls a vote void, not lost, when a condition of the quorum fails', () => {
    const quorum: Condition = { id: 'quorum', role: 'quorum', type: 'count', of: ['yes', 'no'], op: '>=', value: 10 };
    const verdict = decideRule(rule(quorum, moreYesThanNo), tally({ yes: 8, no: 1 }));
    expect(verdict).toMatchObject({ passed: false, quorate: false, conditions: { quorum: false } });
    expect(decideRule(rule(quorum, moreYesThanNo), tally({ yes: 1, no: 9 }))).toMatchObject({
      passed: false,
      quorate: true,
    });
  });

  it('asks a majority of each group, and says which group fails', () => {
    const everyone: Condition = { id: 'concurrence', type: 'every-group', each: moreYesThanNo };
    const { passed, explanation } = decideRule(rule(moreYesThanNo, everyone), sectors({ yes: 1, no: 2 }));
    expect(passed).toBe(false);
    const failing = explanation.children[1]?.children.filter(({ held }) => !held).map(({ values }) => values.group);
    expect(failing).toEqual(['citizens']);
  });

  it('lets one group stop the decision only where it is among those that may', () => {
    const veto = (only: string): Condition => ({
      type: 'no-group',
      only: [only],
      each: { type: 'count', of: ['no'], op: '>=', value: 1 },
    });
    expect(decideRule(rule(veto('people')), sectors({ yes: 3, no: 1 })).passed).toBe(false);
    expect(decideRule(rule(veto('public')), sectors({ yes: 3, no: 1 })).passed).toBe(true);
  });

  it('adds up the weights of the groups that agree, as a sum or as a share of all', () => {
    const groups = (as: 'sum' | 'share', value: string): Condition => ({
      type: 'groups',
      each: moreYesThanNo,
      weightBy: 'seats',
      as,
      op: '>=',
      value,
    });
    const lost = sectors({ yes: 1, no: 2 });
    expect(decideRule(rule(groups('sum', '5/2')), lost).passed).toBe(true);
    expect(decideRule(rule(groups('sum', '2.51')), lost).passed).toBe(false);
    expect(decideRule(rule(groups('share', '5/9')), lost).passed).toBe(true);
    expect(decideRule(rule(groups('share', '0.56')), lost).passed).toBe(false);
    expect(decideRule(rule(groups('share', '5/9')), lost).explanation.children[0]?.values).toMatchObject({
      have: '5/2',
      needed: '5/2',
      of: '9/2',
    });
  });

  it('nests alternatives and names the verdict of each', () => {
    const either: Condition = {
      id: 'either',
      type: 'any-of',
      conditions: [
        { ...moreYesThanNo, id: 'large', value: '9/10' },
        { id: 'both', type: 'all-of', conditions: [{ ...moreYesThanNo, id: 'simple' }] },
      ],
    };
    expect(decideRule(rule(either), tally({ yes: 2, no: 1 })).conditions).toEqual({
      either: true,
      large: false,
      both: true,
      simple: true,
    });
  });

  it('refuses a number that is none', () => {
    expect(() => decideRule(rule({ ...moreYesThanNo, value: 'half' }), tally({ yes: 1 }))).toThrow(/^not_a_fraction /);
  });
});

const count = fc.integer({ min: 0, max: 30 });
const counts = fc.record({ yes: count, no: count, abstain: count });
const op = fc.constantFrom('>' as const, '>=' as const, '<' as const, '<=' as const, '=' as const);
const value = fc.tuple(count, fc.integer({ min: 1, max: 30 })).map(([above, below]) => `${above}/${below}`);
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    type: fc.constant('ratio' as const),
    numerator: fc.constant(['yes']),
    denominator: fc.constantFrom(['yes', 'no'], ['yes', 'no', 'abstain']),
    op,
    value,
  }),
  fc.record({ type: fc.constant('count' as const), of: fc.constantFrom(['yes'], ['no', 'abstain']), op, value }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ type: fc.constantFrom('every-group' as const, 'no-group' as const), each: leaf }),
    fc.record({
      type: fc.constant('groups' as const),
      each: leaf,
      as: fc.constantFrom('sum' as const, 'share' as const),
      op,
      value,
    }),
    fc.record({
      type: fc.constantFrom('any-of' as const, 'all-of' as const),
      conditions: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));
const groupsOf = fc.array(counts, { minLength: 1, maxLength: 5 });

describe('whatever the rule', () => {
  const cases = fc.tuple(fc.array(condition, { minLength: 1, maxLength: 3 }), counts, groupsOf);
  const named = (all: readonly Tally['total'][]) => all.map((each, index) => ({ id: `g${index}`, counts: each }));

  it('gives an explanation whose leaves add up to its verdict', () => {
    fc.assert(
      fc.property(cases, ([conditions, total, groups]) => {
        const verdict = decideRule(rule(...conditions), tally(total, named(groups)));
        expect(addsUp(verdict.explanation)).toBe(true);
        expect(verdict.explanation.held).toBe(verdict.passed);
      }),
    );
  });

  it('decides the same in any order of conditions and groups', () => {
    fc.assert(
      fc.property(cases, ([conditions, total, groups]) => {
        const once = decideRule(rule(...conditions), tally(total, named(groups)));
        const again = decideRule(rule(...conditions.toReversed()), tally(total, named(groups).toReversed()));
        expect(again.passed).toBe(once.passed);
      }),
    );
  });
});
