import fc from 'fast-check';
import {
  CanonicalJsonError,
  MAXIMUM_JSON_DEPTH,
  canonicalJson,
  parseCanonicalJson,
  parseStrictJson,
} from './canonical-json.js';

const name = fc.string({ unit: 'grapheme', maxLength: 6 });
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('canonicalJson', () => {
  it('sorts members by UTF-16 code units, as RFC 8785 section 3.2.3 does', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}');
  });

  it('leaves no white space and escapes only what must be escaped', () => {
    expect(canonicalJson({ b: [1, 'a"\\/\u0001\n'], a: {} })).toBe('{"a":{},"b":[1,"a\\"\\\\/\\u0001\\n"]}');
  });

  it('is the same for every order of members, and is read back as the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(parseCanonicalJson(text))).toBe(text);
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
        expect(parseStrictJson(JSON.stringify(value, null, 2))).toEqual(JSON.parse(text));
      }),
    );
  });

  test.each([
    ['undefined', { a: undefined }, '$.a', 'undefined is not a JSON value'],
    ['a function', { a: [() => 1] }, '$.a[0]', 'function is not'],
    ['a bigint', [1n], '$[0]', 'bigint is not'],
    ['a date', { at: new Date(0) }, '$.at', 'not a plain object'],
    ['a map', new Map(), '$', 'not a plain object'],
    ['a member named by a symbol', { [Symbol('s')]: 1 }, '$', 'symbol'],
    ['a fraction', { share: 0.5 }, '$.share', '0.5 is not an integer'],
    ['an integer that a double cannot hold', [2 ** 53], '$[0]', 'is not an integer'],
    ['not a number', [NaN], '$[0]', 'NaN is not'],
    ['a lone surrogate', { a: 'x\ud800' }, '$.a', 'lone surrogate'],
    ['a lone surrogate in a name', { '\udead': 1 }, '$.\udead', 'lone surrogate'],
    ['a gap in an array', new Array(1), '$[0]', 'undefined is not'],
  ])('refuses %s and says where', (_, value: unknown, path, reason) => {
    const refusal = refusalOf(() => canonicalJson(value));
    expect(refusal.path).toBe(path);
    expect(refusal.reason).toContain(reason);
  });

  it('refuses what is nested too deeply, and a value that contains itself', () => {
    let nested: unknown = 1;
    for (let level = 0; level < MAXIMUM_JSON_DEPTH; level++) nested = [nested];
    expect(canonicalJson(nested)).toHaveLength(2 * MAXIMUM_JSON_DEPTH + 1);
    expect(refusalOf(() => canonicalJson([nested])).reason).toBe('nesting over 32');
    const loop: unknown[] = [];
    loop.push(loop);
    expect(refusalOf(() => canonicalJson(loop)).reason).toBe('nesting over 32');
  });

  it('writes every finite number on request, with -0 as 0, and no other', () => {
    const finite = { numbers: 'finite' } as const;
    expect(canonicalJson([0.5, -0, 1e21, 1e-7, 2 ** 53], finite)).toBe('[0.5,0,1e+21,1e-7,9007199254740992]');
    expect(() => canonicalJson([Infinity], finite)).toThrow('Infinity is not a finite number');
  });
});

describe('parseStrictJson', () => {
  test.each([
    ['a duplicate member', '{"a":1,"b":{"a":1},"a":2}', 'duplicate member "a"', 19],
    ['a duplicate member spelled differently', '{"a":1,"\\u0061":2}', 'duplicate member "a"', 7],
    ['a lone surrogate', '["\\ud800"]', 'a lone surrogate', 1],
    ['a trailing comma', '[1,]', 'a JSON value was expected', 3],
    ['a leading zero', '[01]', '] was expected', 2],
    ['NaN', '[NaN]', 'a JSON value was expected', 1],
    ['a number beyond doubles', '1e999', 'beyond the range', 0],
    ['two values', '1 2', 'text after the JSON value', 2],
    ['nothing', '', 'a JSON value was expected', 0],
    ['an unclosed string', '["a', 'a string was expected', 1],
    ['a control character', '"\u0001"', 'a string was expected', 0],
    ['a missing colon', '{"a" 1}', ': was expected', 5],
    ['a member without quotes', '{a:1}', 'a string was expected', 1],
    ['a byte order mark', '\ufeff{}', 'a JSON value was expected', 0],
    ['deep nesting', '['.repeat(33), 'nesting over 32', 32],
  ])('refuses %s', (_, text, reason, offset) => {
    const refusal = refusalOf(() => parseStrictJson(text));
    expect(refusal.reason).toContain(reason);
    expect(refusal.path).toBe(`character ${offset}`);
  });

  it('lets the same name stand in different objects', () => {
    expect(parseStrictJson(' [ {"a": 1}, {"a": {"a": [] } } ] ')).toEqual([{ a: 1 }, { a: { a: [] } }]);
  });
});

describe('parseCanonicalJson', () => {
  test.each([
    ['white space', '{"a": 1}', 'not in canonical form', 'character 5'],
    ['members out of order', '{"b":1,"a":2}', 'not in canonical form', 'character 2'],
    ['another spelling of a number', '[1.0]', 'not in canonical form', 'character 2'],
    ['minus zero', '[-0]', 'not in canonical form', 'character 1'],
    ['a needless escape', '"\\u0061"', 'not in canonical form', 'character 1'],
    ['a duplicate member', '{"a":1,"a":1}', 'duplicate member', 'character 7'],
    ['a number that is not an integer', '[0.5]', '0.5 is not an integer', '$[0]'],
    ['what is not JSON', '{"a":1', '} was expected', 'character 6'],
  ])('refuses %s', (_, text, reason, path) => {
    const refusal = refusalOf(() => parseCanonicalJson(text));
    expect(refusal.reason).toContain(reason);
    expect(refusal.path).toBe(path);
  });

  it('keeps a member called __proto__ as data', () => {
    const text = '{"__proto__":{"a":1}}';
    expect(canonicalJson(parseCanonicalJson(text))).toBe(text);
  });
});

function refusalOf(action: () => unknown): CanonicalJsonError {
  try {
    action();
  } catch (error) {
    if (error instanceof CanonicalJsonError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
