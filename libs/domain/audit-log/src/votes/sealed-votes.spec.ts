import {
  constants,
  createHash,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';
import { canonicalJson, type JsonObject } from '@tavolo/kernel';
import { base64 } from '../encoding/base64.js';
import { concatBytes, utf8 } from '../encoding/bytes.js';
import { type Entry } from '../entry/entry.js';
import { ed25519PublicKey, signEd25519 } from '../note/ed25519.js';
import { ballotDigest, ballotMessage, choiceText, tokenMessage } from './ballot.js';
import { checkReceipt, parseReceipt } from './receipt.js';
import { VoteReplay } from './vote-replay.js';

const LOG = 'table.example/log/t_1';

interface RsaPair {
  readonly privateKey: KeyObject;
  readonly jwk: { readonly n: string; readonly e: string; readonly p: string; readonly q: string };
}

function rsaPair(): RsaPair {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { privateKey, jwk: privateKey.export({ format: 'jwk' }) as RsaPair['jwk'] };
}

const [issuer, teller, seal] = [rsaPair(), rsaPair(), rsaPair()];
const publicMembers = ({ jwk }: RsaPair) => ({ n: jwk.n, e: jwk.e });

/** A finalised token is a plain PSS signature of the issuer (RFC 9474 section 4.4). */
const tokenOf = ({ privateKey }: RsaPair, message: Uint8Array) =>
  base64(sign('sha384', message, { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }));

const sealed = (text: string) =>
  base64(
    publicEncrypt({ key: seal.privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, utf8(text)),
  );

interface BallotOptions {
  readonly issuers?: readonly RsaPair[];
  readonly sector?: string;
  readonly vote?: string;
  /** What is sealed, when it is not the text that the format asks for. */
  readonly text?: (k: string) => string;
}

type Ballot = JsonObject & { readonly k: string };

function ballotOf(voter: number, options: readonly string[], change: BallotOptions = {}): Ballot {
  const { issuers = [issuer, teller], sector, vote = 'v_s' } = change;
  const seed = new Uint8Array(32).fill(voter);
  const k = base64(ed25519PublicKey(seed));
  const prefix = randomBytes(32);
  const c = sealed(change.text?.(k) ?? choiceText(vote, k, options));
  return {
    k,
    p: base64(prefix),
    s: issuers.map((pair) => tokenOf(pair, concatBytes(prefix, tokenMessage(LOG, vote, k)))),
    c,
    g: base64(signEd25519(ballotMessage(LOG, vote, c), seed)),
    ...(sector !== undefined && { r: sector }),
  };
}

const byKey = (ballots: readonly Ballot[]) => ballots.toSorted((a, b) => (a.k < b.k ? -1 : 1));

const act = (name: string, data: JsonObject, actor: string | null = null): Entry => ({
  v: 1,
  id: name,
  log: LOG,
  at: '2026-03-01T18:00:00.000Z',
  actor,
  act: `vote.${name}`,
  stream: 'vote:v_s',
  sv: 1,
  data: { vote: 'v_s', ...data },
});

const members = Array.from({ length: 4 }, (_, index) => `m_${index + 1}`);
const issuers = [
  { id: 'platform', ...publicMembers(issuer) },
  { id: 'teller', ...publicMembers(teller) },
];
const opened = {
  ballot: 'secret',
  options: ['a', 'b'],
  eligible: 4,
  revote: false,
  issuers,
  seal: publicMembers(seal),
};
const blinded = (text: string) => base64(createHash('sha256').update(text).digest());
const tokensFor = (voters: readonly string[], ids = ['platform', 'teller']) =>
  voters.flatMap((member) => ids.map((id) => act('token', { issuer: id, blinded: blinded(member + id) }, member)));
const closed = act('closed', { seal_p: seal.jwk.p, seal_q: seal.jwk.q });
const ballots = byKey([ballotOf(1, ['a']), ballotOf(2, ['a']), ballotOf(3, [])]);

interface SecretVote {
  opened?: JsonObject;
  roll?: JsonObject;
  tokens?: readonly Entry[];
  ballots?: readonly JsonObject[];
  batch?: Entry;
  closed?: Entry;
  result?: JsonObject;
}

/** Replays a secret vote of three ballots, with some of its acts changed. */
function replay(change: SecretVote = {}) {
  const votes = new VoteReplay();
  const acts = [
    act('opened', change.opened ?? opened, 'm_1'),
    act('roll', change.roll ?? { part: 0, members }, 'm_1'),
    ...(change.tokens ?? tokensFor(members)),
    change.batch ?? act('ballots', { ballots: change.ballots ?? ballots }),
    change.closed ?? closed,
    act('result', change.result ?? { counts: { a: 2, b: 0 }, blank: 1, invalid: 0, ballots: 3 }),
  ];
  for (const entry of acts) votes.take(entry);
  return votes.summaries()[0]?.recount;
}

const spoiled = (index: number, members_: JsonObject) =>
  ballots.map((ballot, at) => (at === index ? { ...ballot, ...members_ } : ballot));

describe('a secret vote', () => {
  it('is recounted by anyone once the sealing key is published', () => {
    expect(replay()).toEqual({ counts: { a: 2, b: 0 }, blank: 1, invalid: 0, ballots: 3 });
  });

  it('has no recount before', () => {
    const votes = new VoteReplay();
    for (const entry of [act('opened', opened), act('roll', { part: 0, members }), ...tokensFor(members)])
      votes.take(entry);
    votes.take(act('ballots', { ballots }));
    expect(votes.summaries()).toEqual([{ vote: 'v_s', ballot: 'secret', eligible: 4, closed: false }]);
  });

  test.each([
    ['is bound to another key', (k: string) => choiceText('v_s', `${k}x`, ['a'])],
    ['is bound to another vote', (k: string) => choiceText('v_t', k, ['a'])],
    ['names an unknown option', (k: string) => choiceText('v_s', k, ['c'])],
    ['names two options', (k: string) => choiceText('v_s', k, ['a', 'b'])],
    ['is not canonical', (k: string) => ` ${choiceText('v_s', k, ['a'])}`],
    ['has a further member', (k: string) => canonicalJson({ c: ['a'], k, v: 'v_s', x: 1 })],
    ['is no JSON', () => 'a'],
    ['is a bare option', (k: string) => canonicalJson({ c: 'a', k, v: 'v_s' })],
  ])('counts a ballot as invalid whose choice %s', (_, text) => {
    const change = byKey([...ballots, ballotOf(4, [], { text })]);
    const result = { counts: { a: 2, b: 0 }, blank: 1, invalid: 1, ballots: 4 };
    expect(replay({ ballots: change, result })).toEqual(result);
  });

  it('counts a ballot as invalid that was sealed with another key', () => {
    const seed = new Uint8Array(32).fill(1);
    const c = base64(new Uint8Array(256).fill(7));
    const ballot = { ...ballotOf(1, ['a']), c, g: base64(signEd25519(ballotMessage(LOG, 'v_s', c), seed)) };
    const result = { counts: { a: 0, b: 0 }, blank: 0, invalid: 1, ballots: 1 };
    expect(replay({ ballots: [ballot], result })).toEqual(result);
  });

  const over = (change: JsonObject): SecretVote => ({ opened: { ...opened, ...change } });
  const weak = { n: Buffer.from([1, 2, 3]).toString('base64url'), e: 'AQAB' };
  test.each<[string, SecretVote, string]>([
    [
      'the result moves a ballot',
      { result: { counts: { a: 1, b: 1 }, blank: 1, invalid: 0, ballots: 3 } },
      'the recount finds',
    ],
    [
      'there are more ballots than tokens',
      { tokens: tokensFor(['m_1', 'm_2']) },
      '3 ballots, but platform has issued 2 tokens',
    ],
    [
      'one issuer signed fewer tokens',
      { tokens: [...tokensFor(members, ['platform']), ...tokensFor(['m_1'], ['teller'])] },
      'teller has issued 1',
    ],
    [
      'a member gets two tokens of one issuer',
      { tokens: [...tokensFor(['m_1']), act('token', { issuer: 'teller', blinded: blinded('x') }, 'm_1')] },
      'a second token of teller for m_1',
    ],
    ['a token goes to who is not on the roll', { tokens: tokensFor(['m_9']) }, 'm_9 is not on the roll'],
    ['an unknown issuer signs', { tokens: tokensFor(['m_1'], ['mallory']) }, 'issuer is not an issuer'],
    [
      'two tokens have the same blinded message',
      {
        tokens: [
          act('token', { issuer: 'platform', blinded: blinded('x') }, 'm_1'),
          act('token', { issuer: 'platform', blinded: blinded('x') }, 'm_2'),
        ],
      },
      'same blinded message',
    ],
    [
      'the blinded message is no hash',
      { tokens: [act('token', { issuer: 'platform', blinded: 'AAAA' }, 'm_1')] },
      'blinded is not 32 bytes',
    ],
    ['a batch has an actor', { batch: act('ballots', { ballots }, 'm_1') }, 'has an actor'],
    ['a batch is not sorted', { ballots: ballots.toReversed() }, 'not sorted by k'],
    ['a ballot stands twice', { ballots: [ballots[0]!, ballots[0]!] }, 'not sorted by k'],
    ['a ballot carries more than it must', { ballots: spoiled(1, { at: '2026-03-01' }) }, '"at" does not belong here'],
    ['a ballot names a sector', { ballots: spoiled(1, { r: 'users' }) }, '"r" does not belong here'],
    ['a choice is swapped', { ballots: spoiled(1, { c: ballots[0]!.c! }) }, 'g is not a signature by the key'],
    ['a token is forged', { ballots: spoiled(1, { s: ballots[0]!.s! }) }, 'a token signature of the issuer platform'],
    ['a token of an issuer is missing', { ballots: spoiled(1, { s: [] }) }, 's is not a list of 2'],
    ['a prefix is changed', { ballots: spoiled(1, { p: base64(new Uint8Array(32)) }) }, 'a token signature'],
    ['a prefix is short', { ballots: spoiled(1, { p: 'AAAA' }) }, 'p is not 32 bytes'],
    ['a ballot of another vote is counted', { ballots: [ballotOf(1, ['a'], { vote: 'v_t' })] }, 'a token signature'],
    [
      'the sealing key is another one',
      { closed: act('closed', { seal_p: issuer.jwk.p, seal_q: issuer.jwk.q }) },
      'not the primes of the sealing key',
    ],
    [
      'the sealing key is a trivial one',
      { closed: act('closed', { seal_p: seal.jwk.n, seal_q: 'AQ' }) },
      'not the primes',
    ],
    ['the sealing key is kept', { closed: act('closed', {}) }, 'seal_p is not a text'],
    ['somebody votes by name', { batch: act('cast', { option: 'a' }, 'm_1') }, 'a ballot by name in a secret vote'],
    ['it has sectors', over({ sectors: ['users'] }), 'sectors is not allowed'],
    ['it has no issuer', over({ issuers: [] }), 'an issuer for everyone'],
    ['two issuers share an id', over({ issuers: [issuers[0]!, { ...issuers[1]!, id: 'platform' }] }), 'different ids'],
    ['two issuers share a key', over({ issuers: [issuers[0]!, { ...issuers[0]!, id: 'teller' }] }), 'different keys'],
    ['an issuer has a weak key', over({ issuers: [{ id: 'platform', ...weak }] }), 'modulus of 2048 bits'],
    ['an issuer has the exponent 1', over({ issuers: [{ ...issuers[0]!, e: 'AQ' }] }), 'e is not an RSA exponent'],
    ['it has no sealing key', over({ seal: 'none' }), 'seal is not an object'],
    [
      'the roll tells sectors',
      { roll: { part: 0, members: [{ m: 'm_1', r: 'users' }] } },
      'members is not a list of different texts',
    ],
  ])('is refused when %s', (_, change, reason) => {
    expect(() => replay(change)).toThrow(reason);
  });
});

describe('a sector vote', () => {
  const sectorOpened = {
    ...opened,
    ballot: 'sector',
    sectors: ['users', 'workers'],
    issuers: [
      { ...issuers[0]!, r: 'users' },
      { ...issuers[1]!, r: 'workers' },
    ],
  };
  const roll = { part: 0, members: members.map((m, index) => ({ m, r: index < 2 ? 'users' : 'workers' })) };
  const tokens = [...tokensFor(['m_1', 'm_2'], ['platform']), ...tokensFor(['m_3', 'm_4'], ['teller'])];
  const user = (voter: number, choice: string) => ballotOf(voter, [choice], { issuers: [issuer], sector: 'users' });
  const worker = (voter: number, choice: string) => ballotOf(voter, [choice], { issuers: [teller], sector: 'workers' });
  const sectorVote = {
    opened: sectorOpened,
    roll,
    tokens,
    ballots: byKey([user(1, 'a'), user(2, 'b'), worker(3, 'a')]),
  };
  const result = { counts: { users: { a: 1, b: 1 }, workers: { a: 1, b: 0 } }, blank: 0, invalid: 0, ballots: 3 };

  it('is counted for each sector', () => {
    expect(replay({ ...sectorVote, result })).toEqual(result);
  });

  test.each<[string, SecretVote, string]>([
    ['a token is of another sector', { tokens: tokensFor(['m_1'], ['teller']) }, 'm_1 is not of the sector of teller'],
    [
      'a ballot moves to another sector',
      { ballots: [{ ...user(1, 'a'), r: 'workers' }] },
      'a token signature of the issuer teller',
    ],
    ['a ballot is of an unknown sector', { ballots: [{ ...user(1, 'a'), r: 'market' }] }, 'r is not a sector'],
    [
      'a sector has more ballots than tokens',
      { ballots: byKey([1, 2, 3].map((voter) => user(voter, 'a'))) },
      '3 ballots, but platform has issued 2',
    ],
    [
      'a sector has no issuer',
      { opened: { ...sectorOpened, issuers: [{ ...issuers[0]!, r: 'users' }] } },
      'an issuer for everyone',
    ],
    [
      'an issuer is of an unknown sector',
      { opened: { ...sectorOpened, sectors: ['users'] } },
      'a list for known sectors',
    ],
    ['sectors are missing', { opened: { ...opened, ballot: 'sector' } }, 'sectors is not a list'],
    ['a member has no sector', { roll: { part: 0, members } }, 'a member of the roll is not an object'],
    [
      'a member is of an unknown sector',
      { roll: { part: 0, members: [{ m: 'm_1', r: 'market' }] } },
      'r is not a sector',
    ],
    ['the result is not told by sector', { result: { ...result, counts: { a: 2, b: 1 } } }, 'the recount finds'],
  ])('is refused when %s', (_, change, reason) => {
    expect(() => replay({ ...sectorVote, result, ...change })).toThrow(reason);
  });

  it('by name is counted for each sector too', () => {
    const votes = new VoteReplay();
    const open = { ballot: 'open', options: ['a'], eligible: 4, revote: false, sectors: ['users', 'workers'] };
    const acts = [
      act('opened', open),
      act('roll', roll),
      act('cast', { option: 'a' }, 'm_3'),
      act('closed', {}),
      act('result', { counts: { users: { a: 0 }, workers: { a: 1 } }, blank: 0, invalid: 0, ballots: 1 }),
    ];
    for (const entry of acts) votes.take(entry);
    expect(votes.summaries()[0]?.recount?.ballots).toBe(1);
  });
});

describe('a receipt', () => {
  const ballot = ballots[1]!;
  const { k } = ballot;
  const entries = utf8(`${canonicalJson({ ...act('ballots', { ballots }) })}\n`);
  const receipt = { log: LOG, vote: 'v_s', k, ballot: ballotDigest(ballot) };

  it('finds its ballot among all', () => {
    expect(checkReceipt(entries, parseReceipt(JSON.stringify({ ...receipt, device: 'phone' })))).toBe(0);
  });

  it('shows a ballot that was dropped or exchanged', () => {
    expect(() => checkReceipt(entries, { ...receipt, vote: 'v_t' })).toThrow('no ballot of the vote v_t');
    expect(() => checkReceipt(entries, { ...receipt, ballot: blinded('x') })).toThrow('another ballot stands');
  });

  it('that cannot be read is refused', () => {
    expect(() => parseReceipt('{')).toThrow('not JSON');
    expect(() => parseReceipt('null')).toThrow('not an object');
    expect(() => parseReceipt('{"log":"x"}')).toThrow('no vote');
  });
});
