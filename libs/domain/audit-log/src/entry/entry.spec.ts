import { canonicalJson, type Json } from '@tavolo/kernel';
import { utf8, utf8Text } from '../encoding/bytes.js';
import { leafHash } from '../merkle/hashing.js';
import { disclosureDigest, makeDisclosure, parseDisclosure } from './disclosure.js';
import { entryDigests } from './entry-rules.js';
import { MAXIMUM_LEAF_LENGTH, entryLeaf, parseEntry, type EntryFields } from './entry.js';
import { StreamHeads, nextInStream } from './stream-heads.js';

const fields: EntryFields = {
  id: '019b0000-0000-7000-8000-000000000001',
  log: 'table.example/log/t_1',
  at: '2026-03-01T18:30:00.000Z',
  actor: 'm_1',
  act: 'proposal.frozen',
  stream: 'proposal:p_1',
  sv: 1,
  data: { proposal: 'p_1' },
};
const salt = new Uint8Array(16).fill(5);

describe('a leaf', () => {
  it('is the canonical JSON of its entry, and is read back', () => {
    const leaf = entryLeaf(fields);
    expect(utf8Text(leaf)).toBe(
      '{"act":"proposal.frozen","actor":"m_1","at":"2026-03-01T18:30:00.000Z","data":{"proposal":"p_1"},"id":"019b0000-0000-7000-8000-000000000001","log":"table.example/log/t_1","stream":"proposal:p_1","sv":1,"v":1}',
    );
    expect(parseEntry(leaf)).toEqual({ v: 1, ...fields });
  });

  it('carries the chain of its stream', () => {
    const first = leafHash(entryLeaf(fields));
    const second = parseEntry(entryLeaf({ ...fields, ...nextInStream({ sv: 1, leafHash: first }) }));
    expect(second).toMatchObject({ sv: 2, prev: Buffer.from(first).toString('base64') });
    expect(nextInStream()).toEqual({ sv: 1 });
  });

  it('carries digests in sorted order, so that their order says nothing', () => {
    const digests = ['name', 'email', 'phone'].map((name) => makeDisclosure(salt, name, 'x').digest);
    const entry = parseEntry(entryLeaf({ ...fields, digests }));
    expect(entry._sd).toEqual(digests.toSorted());
    expect(entry._sd_alg).toBe('sha-256');
    const inside = parseEntry(entryLeaf({ ...fields, data: { person: { _sd: digests } } }));
    expect(entryDigests(inside)).toEqual(digests);
  });

  const over = (change: Record<string, unknown>) => ({ ...fields, ...change });
  test.each([
    ['an act that is no dotted name', { act: 'frozen' }, 'act is "frozen" instead of a dotted'],
    ['an act in capitals', { act: 'Proposal.frozen' }, 'act is'],
    ['no actor at all', { actor: undefined }, 'actor is missing'],
    ['an empty actor', { actor: '' }, 'actor is "" instead of a pseudonym or null'],
    ['a moment without milliseconds', { at: '2026-03-01T18:30:00Z' }, 'at is'],
    ['a day that does not exist', { at: '2026-02-30T18:30:00.000Z' }, 'at is'],
    ['a version zero', { sv: 0 }, 'sv is 0'],
    ['a later version without prev', { sv: 2 }, 'prev is missing'],
    ['prev in a first version', { prev: leafHash(utf8('x')) }, 'prev in the first entry'],
    ['a prev that is no hash', { sv: 2, prev: new Uint8Array(31) }, 'prev is'],
    [
      'a fraction in the data',
      { data: { share: 0.5 } },
      '0.5 is not an integer from -(2^53-1) to 2^53-1 (at $.data.share)',
    ],
    ['a list as data', { data: [] }, 'data is [] instead of an object'],
    ['an unknown member', { ip: '::1' }, '"ip" is no member of an entry'],
    ['a digest that is no digest', { digests: ['abc'] }, '_sd is'],
    ['the same digest twice', { digests: Array(2).fill(makeDisclosure(salt, 'a', 1).digest) }, '_sd is'],
    ['a text with a lone surrogate', { data: { a: '\ud800' } }, 'lone surrogate (at $.data.a)'],
    ['too much', { data: { text: 'x'.repeat(MAXIMUM_LEAF_LENGTH) } }, 'is too long'],
  ])('is not made of %s', (_, change, reason) => {
    expect(() => entryLeaf(over(change))).toThrow(reason);
  });

  test.each([
    ['nothing', '', 'a leaf of 0 bytes'],
    ['what is not JSON', '{', 'a string was expected'],
    ['a list', '[]', 'not a JSON object'],
    ['white space', ` ${canonicalJson({ v: 1, ...fields })}`, 'not in canonical form'],
    ['another version', canonicalJson({ ...fields, v: 2 }), 'v is 2 instead of 1'],
    ['_sd without _sd_alg', canonicalJson({ v: 1, ...fields, _sd: [makeDisclosure(salt, 'a', 1).digest] }), '_sd_alg'],
    ['another _sd_alg', canonicalJson({ v: 1, ...fields, _sd_alg: 'md5' }), '_sd_alg is "md5"'],
    ['_sd in data that is no list', canonicalJson({ v: 1, ...fields, data: { _sd: 1 } }), '_sd inside data'],
  ])('of %s is refused', (_, text, reason) => {
    expect(() => parseEntry(utf8(text))).toThrow(reason);
  });

  it('that is not UTF-8 is refused', () => {
    expect(() => parseEntry(Uint8Array.of(0xff))).toThrow('the leaf is not UTF-8');
  });
});

describe('streams', () => {
  const entry = (sv: number, prev?: Uint8Array) => parseEntry(entryLeaf({ ...fields, sv, ...(prev && { prev }) }));
  const hash = (text: string) => leafHash(utf8(text));

  it('are dense and chained', () => {
    const heads = new StreamHeads();
    heads.take(entry(1), hash('one'), 0);
    heads.take(entry(2, hash('one')), hash('two'), 4);
    expect(heads.head(fields.stream)).toMatchObject({ sv: 2, leafHash: hash('two') });
    expect(heads.head('other:1')).toBeUndefined();
    expect(() => heads.take(entry(4, hash('two')), hash('x'), 5)).toThrow(
      'version 4 of the stream proposal:p_1, where version 3',
    );
    expect(() => heads.take(entry(5, hash('y')), hash('z'), 6)).toThrow('which is entry 5');
  });
});

describe('a disclosure', () => {
  it('hashes to the digest of the example "US" of RFC 9901 section 4.2.3', () => {
    expect(disclosureDigest('WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIlVTIl0')).toBe(
      'pFndjkZ_VCzmyTa6UjlZo3dh-ko8aIKQc9DlGzhaVYo',
    );
  });

  it('is read back with its salt, name and value', () => {
    const { disclosure, digest } = makeDisclosure(salt, 'name', 'Ada Lovelace');
    expect(parseDisclosure(disclosure)).toEqual({
      salt: 'BQUFBQUFBQUFBQUFBQUFBQ',
      name: 'name',
      value: 'Ada Lovelace',
    });
    expect(disclosureDigest(disclosure)).toBe(digest);
    expect(makeDisclosure(new Uint8Array(16).fill(6), 'name', 'Ada Lovelace').digest).not.toBe(digest);
  });

  it('is not made with a short salt or a reserved name', () => {
    expect(() => makeDisclosure(salt.subarray(1), 'name', 1)).toThrow('a salt of 15 bytes is too short');
    expect(() => makeDisclosure(salt, '_sd', 1)).toThrow('cannot be named _sd');
  });

  const encoded = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');
  test.each([
    ['another alphabet', 'a+b', 'not base64url'],
    ['what is not JSON', 'AAAA', 'not JSON'],
    ['two parts', encoded(['salt', 'name']), 'a list of a salt, a name and a value'],
    ['a name that is no text', encoded(['salt', 1, 2]), 'a list of a salt'],
    ['an object', encoded({ salt: 1 }), 'a list of a salt'],
    ['a reserved name', encoded(['salt', '...', 2]), 'cannot be named'],
  ])('of %s is refused', (_, text, reason) => {
    expect(() => parseDisclosure(text)).toThrow(reason);
  });
});
