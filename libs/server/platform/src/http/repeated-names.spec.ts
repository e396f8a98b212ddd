import fc from 'fast-check';
import { repeatsName } from './repeated-names.js';

describe('names in a request', () => {
  it.each([
    '{"a":1,"a":2}',
    '{"a":1,"\\u0061":2}',
    '{"a":{"b":1,"c":{},"b":2}}',
    '[1,{"x":[{"y":0 , "y" : 0}]}]',
    '{"a":"}","b":1,"a":2}',
    '{"a\\"":1,"a\\u0022":2}',
    '{"__proto__":1,"__proto__":2}',
  ])('are found to stand twice in %s', (text) => {
    expect(JSON.parse(text)).toBeDefined();
    expect(repeatsName(text)).toBe(true);
  });

  it.each([
    '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}',
    '{"a":"\\"a\\":1,\\"a\\":2","b":"{\\"b\\":"}',
    '{"A":1,"a":2,"":3}',
    '["a","a",":"]',
    '"a"',
  ])('stand once in %s', (text) => {
    expect(JSON.parse(text)).toBeDefined();
    expect(repeatsName(text)).toBe(false);
  });

  it('stand once in whatever a client serialises', () => {
    fc.assert(fc.property(fc.json(), (text) => !repeatsName(text)));
  });

  it('are looked for in a time that grows with the text, not with its square, when a string never ends', () => {
    const began = performance.now();
    expect(repeatsName(`"${'\\"'.repeat(100_000)}`)).toBe(false);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('never make it throw, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.stringMatching(/^[{}[\]:,"\\a]*$/), (any, garbage) => {
        expect(typeof repeatsName(any + garbage)).toBe('boolean');
      }),
    );
  });
});
