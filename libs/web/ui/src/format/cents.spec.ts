import { centsIn } from './cents.js';

describe('an amount in euro as people write it', () => {
  it.each([
    ['8000', 800_000],
    ['8000.01', 800_001],
    ['8000,01', 800_001],
    ['8.000,01', 800_001],
    ['8,000.01', 800_001],
    ['8.000', 800_000],
    ['€ 8,000', 800_000],
    ['0', 0],
    ['1,5', 150],
    ['1.234.567,89', 123_456_789],
  ])('%s is read exactly in cents', (written, cents) => {
    expect(centsIn(written)).toBe(cents);
  });

  it.each(['', 'eight', '-5', '8000.001', '1e3', '8,00,00', '80.00.0'])(
    '%s is no amount, and is not rounded',
    (written) => {
      expect(centsIn(written)).toBeNull();
    },
  );
});
