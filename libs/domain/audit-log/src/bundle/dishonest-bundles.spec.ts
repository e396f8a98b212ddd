import { canonicalJson, type JsonObject } from '@tavolo/kernel';
import { utf8, utf8Text } from '../encoding/bytes.js';
import { noteSigner } from '../note/note-signer.js';
import { KEYS, KEY_ADDED, chain, sampleBundle, sampleDrafts, type Draft } from '../testing/sample-log.js';
import { verifyBundle } from './verify-bundle.js';

const pinned = { vkeys: [KEYS.first.key.vkey] };
const honest = chain(sampleDrafts());

/** A bundle whose entries were changed before they were chained and signed: consistent in itself, and dishonest. */
function resigned(change: (drafts: Draft[]) => void) {
  const drafts = sampleDrafts();
  change(drafts);
  return sampleBundle(chain(drafts));
}

/** A bundle whose leaves were changed after they were chained, then signed again. */
function rewritten(change: (leaves: Uint8Array[]) => void) {
  const leaves = [...honest];
  change(leaves);
  return sampleBundle(leaves);
}

const over = (index: number, members: Record<string, unknown>) =>
  resigned((drafts) => {
    drafts[index]!.over = members;
  });
const data = (index: number, members: JsonObject) =>
  resigned((drafts) => {
    drafts[index]!.data = { ...drafts[index]!.data, ...members };
  });
const without = (index: number) => resigned((drafts) => drafts.splice(index, 1));
const twice = (index: number) => resigned((drafts) => drafts.splice(index, 0, structuredClone(drafts[index]!)));
const line = (leaf: Uint8Array | undefined) => utf8Text(leaf!);

const vkeyOf = (name: string) => noteSigner(name, new Uint8Array(32).fill(21)).key.vkey;

describe('a dishonest bundle that was signed again', () => {
  test.each([
    ['an entry of another log', over(4, { log: 'other.example/log/t' }), 'belongs to the log other', 4],
    ['the id of another entry', over(4, { id: '019b0000-0000-7000-8000-000000000000' }), 'is that of entry 0 too', 4],
    ['an unknown format version', over(4, { v: 2 }), 'v is 2', 4],
    ['a member that does not belong', over(4, { ip: '192.0.2.1' }), '"ip" is no member', 4],
    ['an act in another case', over(4, { act: 'Proposal' }), 'act is "Proposal"', 4],
    ['a local time', over(4, { at: '2026-03-01T18:30:00.000+01:00' }), 'at is', 4],
    ['no time', over(4, { at: undefined }), 'at is missing', 4],
    ['an actor that is a number', over(4, { actor: 7 }), 'actor is 7', 4],
    ['a fraction', over(4, { data: { share: 0.5 } }), 'not an integer', 4],
    [
      'an entry dropped from its stream',
      rewritten((leaves) => leaves.splice(10, 1)),
      'version 6 of the stream vote:v_1',
      10,
    ],
    [
      'an entry twice in its stream',
      rewritten((leaves) => leaves.splice(10, 0, leaves[10]!)),
      'is that of entry 10 too',
      11,
    ],
    [
      'a stream that does not start at 1',
      over(0, { sv: 2, prev: `${'A'.repeat(43)}=` }),
      'version 2 of the stream table:t_1',
      0,
    ],
    [
      'an entry changed behind its successor',
      rewritten((leaves) => {
        leaves[4] = utf8(line(leaves[4]).replace('h_1', 'h_9'));
      }),
      'which is entry 4',
      5,
    ],
    ['no prev', over(5, { prev: undefined }), 'prev is missing', 5],
    [
      'white space in an entry',
      rewritten((leaves) => {
        leaves[0] = utf8(line(leaves[0]).replace(',', ', '));
      }),
      'not in canonical form',
      0,
    ],
    [
      'a member twice in an entry',
      rewritten((leaves) => {
        leaves[0] = utf8(line(leaves[0]).replace('{', '{"act":"table.closed",'));
      }),
      'duplicate member "act"',
      0,
    ],
    ['an empty entry', rewritten((leaves) => leaves.push(new Uint8Array())), 'a leaf of 0 bytes', 16],
    [
      'an entry that is too long',
      rewritten((leaves) => leaves.push(utf8(canonicalJson('x'.repeat(70_000))))),
      'a leaf of',
      16,
    ],
    ['digests without their algorithm', over(1, { _sd_alg: undefined }), '_sd without _sd_alg', 1],
    ['a digest that is none', over(1, { _sd: ['name'] }), '_sd is', 1],
    [
      'the same digest in two entries',
      resigned((drafts) => {
        drafts[2]!.digests = drafts[1]!.digests!;
      }),
      'stands in two entries',
      2,
    ],
    ['a key of another log', data(KEY_ADDED, { vkey: vkeyOf('other') }), 'is not a key of this log', KEY_ADDED],
    ['a key that is none', data(KEY_ADDED, { vkey: 'key' }), 'is not a vkey', KEY_ADDED],
  ])('with %s names the entry', (_, files, reason, entry) => {
    const report = verifyBundle(files, pinned);
    expect(report.verdict).toBe(1);
    expect(report.first).toMatchObject({ kind: 'wrong', entry });
    expect(report.first?.reason).toContain(reason);
  });

  test.each([
    [
      'a ballot of who is not on the roll',
      resigned((drafts) => {
        drafts[9]!.actor = 'm_9';
      }),
      'm_9 is not on the roll',
      9,
    ],
    [
      'a ballot of nobody',
      resigned((drafts) => {
        drafts[9]!.actor = null;
      }),
      'nobody is not on the roll',
      9,
    ],
    ['a ballot for an unknown option', data(9, { option: 'maybe' }), 'option is not an option', 9],
    ['a second ballot where none is allowed', data(6, { revote: false }), 'a second ballot of m_1', 11],
    [
      'a ballot before the roll',
      resigned((drafts) => drafts.splice(7, 0, drafts.splice(9, 1)[0]!)),
      'the roll has 0 members',
      7,
    ],
    [
      'a ballot after the close',
      resigned((drafts) => drafts.splice(12, 0, drafts.splice(9, 1)[0]!)),
      'the vote is closed',
      12,
    ],
    [
      'a roll that grows after the first ballot',
      resigned((drafts) => drafts.splice(10, 0, { ...drafts[8]!, data: { vote: 'v_1', part: 2, members: ['m_4'] } })),
      'the roll changes after',
      10,
    ],
    ['a roll with a part left out', without(7), 'part is not 0', 7],
    ['a roll with a member twice', data(8, { members: ['m_1'] }), 'm_1 stands twice on the roll', 8],
    ['a roll shorter than announced', data(6, { eligible: 4 }), 'the roll has 3 members, but 4 are eligible', 9],
    ['a vote opened twice', twice(6), 'is opened twice', 7],
    ['a ballot in a vote that was not opened', data(9, { vote: 'v_2' }), 'was not opened: v_2', 9],
    ['no options', data(6, { options: [] }), 'options is not a list with an option', 6],
    ['an option twice', data(6, { options: ['yes', 'yes'] }), 'options is not a list of different texts', 6],
    ['an unknown kind of ballot', data(6, { ballot: 'public' }), 'ballot is not open, sector or secret', 6],
    ['a sealing key in an open vote', data(6, { seal: {} }), 'seal is not allowed in an open vote', 6],
    [
      'anonymous ballots in an open vote',
      resigned((drafts) => {
        drafts[9] = { act: 'vote.ballots', stream: 'vote:v_1', data: { vote: 'v_1', ballots: [] } };
      }),
      'an anonymous ballot in an open vote',
      9,
    ],
    ['a close twice', twice(12), 'the vote is closed', 13],
    ['a result before the close', without(12), 'a result before the vote is closed', 12],
    ['a result twice', twice(13), 'a second result', 14],
    ['a result with a vote moved', data(13, { counts: { yes: 2, no: 0 } }), 'the recount finds {"no":0,"yes":1}', 13],
    ['a result without an option', data(13, { counts: { yes: 1 } }), 'the recount finds', 13],
    ['a result with a blank ballot hidden', data(13, { blank: 0 }), 'blank 0, the recount finds 1', 13],
    ['a result with a ballot too many', data(13, { ballots: 3 }), 'ballots 3, the recount finds 2', 13],
    ['a result with invented invalid ballots', data(13, { invalid: 1 }), 'invalid 1, the recount finds 0', 13],
    ['a result in words', data(13, { ballots: 'two' }), 'ballots is not a count', 13],
  ])('with %s names the act', (_, files, reason, entry) => {
    const report = verifyBundle(files, pinned);
    expect(report.verdict).toBe(1);
    expect(report.first).toMatchObject({ kind: 'wrong', entry });
    expect(report.first?.reason).toContain(reason);
  });
});
