import fc from 'fast-check';
import {
  addFractions,
  atLeast,
  compareFractions,
  fraction,
  fractionText,
  leastAtLeast,
  leastMoreThan,
  leastWithMinimum,
  moreThan,
  multiplyFractions,
  parseExact,
  parseFraction,
} from './fraction.js';

const whole = fc.integer({ min: 0, max: 5000 });
const share = fc
  .record({ above: fc.integer({ min: 0, max: 60 }), below: fc.integer({ min: 1, max: 60 }) })
  .map(({ above, below }) => ({ above, below, value: fraction(above, below) }));

describe('an exact fraction', () => {
  it('is read from text and written in lowest terms', () => {
    expect(fractionText(parseFraction('2/4'))).toBe('1/2');
    expect(fractionText(parseFraction('3'))).toBe('3/1');
    expect(fractionText(fraction(1, -2))).toBe('-1/2');
    expect(fractionText(parseFraction('0/7'))).toBe('0/1');
  });

  it.each(['', '1/0', '1.5', '0.5/1', 'half', '1/-2', ' 1/2', '1/2/3', '1e3'])('refuses %j as a fraction', (text) => {
    expect(() => parseFraction(text)).toThrow(/^not_a_fraction /);
  });

  it('is read from decimals without rounding, where figures are published so', () => {
    expect(fractionText(parseExact('18.49'))).toBe('1849/100');
    expect(fractionText(parseExact('-0.50'))).toBe('-1/2');
    expect(fractionText(parseExact(3))).toBe('3/1');
    expect(fractionText(parseExact('23/2'))).toBe('23/2');
    expect(() => parseExact(1e21)).toThrow(/^not_a_fraction /);
    expect(() => parseExact('1.')).toThrow(/^not_a_fraction /);
  });

  it('adds and multiplies without rounding', () => {
    const tenth = fraction(1, 10);
    expect(fractionText(addFractions(addFractions(tenth, tenth), tenth))).toBe('3/10');
    expect(fractionText(multiplyFractions(fraction(3, 5), fraction(2, 5)))).toBe('6/25');
    expect(compareFractions(fraction(1, 3), fraction(33, 100))).toBe(1);
  });

  it.each([
    ['more than half of 12 seats', leastMoreThan(fraction(1, 2), 12), 7],
    ['more than half of 13 seats', leastMoreThan(fraction(1, 2), 13), 7],
    ['a third of 4 seats', leastAtLeast(fraction(1, 3), 4), 2],
    ['a third of 5 seats', leastAtLeast(fraction(1, 3), 5), 2],
    ['a third of 3 seats', leastAtLeast(fraction(1, 3), 3), 1],
    ['a third of no seat, at least one', leastWithMinimum(fraction(1, 3), 0, 1), 1],
    ['two thirds of 3 seats', leastAtLeast(fraction(2, 3), 3), 2],
  ])('needs for %s exactly as many as it says', (_what, counted, needed) => {
    expect(counted).toBe(needed);
  });

  it('compares counts as whole numbers multiplied crosswise do', () => {
    fc.assert(
      fc.property(whole, share, whole, (count, { above, below, value }, of) => {
        expect(moreThan(count, value, of)).toBe(count * below > above * of);
        expect(atLeast(count, value, of)).toBe(count * below >= above * of);
      }),
    );
  });

  it('finds the least count that satisfies a share: one less does not', () => {
    fc.assert(
      fc.property(share, whole, ({ value }, of) => {
        const strict = leastMoreThan(value, of);
        expect([moreThan(strict, value, of), moreThan(strict - 1, value, of)]).toEqual([true, false]);
        const loose = leastAtLeast(value, of);
        expect([atLeast(loose, value, of), atLeast(loose - 1, value, of)]).toEqual([true, false]);
      }),
    );
  });

  it('orders fractions as their texts read', () => {
    fc.assert(
      fc.property(share, share, (left, right) => {
        const expected = Math.sign(left.above * right.below - right.above * left.below);
        expect(compareFractions(left.value, right.value)).toBe(expected === 0 ? 0 : expected);
        expect(parseFraction(fractionText(left.value))).toEqual(left.value);
      }),
    );
  });
});
