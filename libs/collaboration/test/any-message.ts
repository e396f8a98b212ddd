import fc from 'fast-check';

/** Keys that mean something to a language, a library or a schema somewhere; one that changes heritage closes the socket. */
const keys = fc.oneof(
  fc.constantFrom(
    'toString',
    'valueOf',
    'toJSON',
    'constructor',
    'length',
    'byteLength',
    'then',
    'documentId',
    'step1',
    'clientId',
    'olderClientIds',
    'table',
    'room',
    'since',
  ),
  fc.string({ maxLength: 8 }),
);

const plain = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, false, '', 'P-1', 'T-FAM', '__proto__', 'x'.repeat(500)),
  fc.string({ maxLength: 30 }),
  fc.constantFrom(0, -1, 0.5, 4_294_967_295, 9_007_199_254_740_991, Infinity, Number.NaN),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => bytes.slice().buffer),
);

/** Any value that can be put into a frame, objects that pass themselves off as something else among them. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    plain,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(keys, tie('value')), { maxLength: 4 }).map(objectOf),
  ),
})).value;

/** What an event carries: any number of any values. */
export const anyArguments = fc.array(anyValue, { maxLength: 4 });

/** An object of just these own properties, whatever their names: an assignment to `__proto__` would make none. */
export function objectOf(entries: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(entries);
}
