import { canonicalJson } from '@tavolo/kernel';
import { utf8, utf8Text } from '../encoding/bytes.js';
import { makeDisclosure } from '../entry/disclosure.js';
import { leafHash } from '../merkle/hashing.js';
import { MerkleTree } from '../merkle/merkle-tree.js';
import { signCheckpoint } from '../note/checkpoint.js';
import { addSignature, signNote } from '../note/note-signer.js';
import { writeTlogProof } from '../note/proof-file.js';
import { KEYS, KEY_ADDED, NAMES, ORIGIN, chain, headOf, sampleBundle, sampleDrafts, type Draft } from '../testing/sample-log.js';
import { verifyBundle, type VerifyOptions } from './verify-bundle.js';

const pinned: VerifyOptions = { vkeys: [KEYS.first.key.vkey] };
const honest = chain(sampleDrafts());
const both = [KEYS.first, KEYS.second];
type Files = Map<string, Uint8Array>;

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

/** A bundle whose files were changed after the export. */
function damaged(change: (files: Files) => void) {
  const files: Files = new Map(sampleBundle());
  change(files);
  return files;
}

const text = (files: Files, path: string) => utf8Text(files.get(path)!);
const edit = (path: string, from: string, to: string) =>
  damaged((files) => {
    const before = text(files, path);
    expect(before).toContain(from);
    files.set(path, utf8(before.replace(from, to)));
  });
const withFile = (path: string, content: string) => damaged((files) => files.set(path, utf8(content)));
const over = (index: number, members: Record<string, unknown>) =>
  resigned((drafts) => {
    drafts[index]!.over = members;
  });
const data = (index: number, members: Record<string, string | number | boolean | null | string[] | Record<string, number>>) =>
  resigned((drafts) => {
    drafts[index]!.data = { ...drafts[index]!.data, ...members };
  });
const without = (index: number) => resigned((drafts) => drafts.splice(index, 1));
const twice = (index: number) => resigned((drafts) => drafts.splice(index, 0, structuredClone(drafts[index]!)));
const line = (leaf: Uint8Array | undefined) => utf8Text(leaf!);

describe('a damaged bundle', () => {
  test.each([
    ['a changed letter in an entry', edit('entries.jsonl', 'h_1', 'h_9'), 1, 'entry bundle|is not leaf|prev is not'],
    ['a changed letter in the last entry', edit('entries.jsonl', 'proposal.adopted', 'proposal.adoptex'), 1, 'root is not'],
    ['an entry that is no longer JSON', edit('entries.jsonl', '{"act"', '["act"'), 1, 'entry 0'],
    ['a byte that is not UTF-8', damaged((files) => { files.get('entries.jsonl')![40] = 0xff; }), 1, 'not UTF-8'],
    ['two entries exchanged', damaged((files) => {
      const lines = text(files, 'entries.jsonl').split('\n');
      files.set('entries.jsonl', utf8([lines[1], lines[0], ...lines.slice(2)].join('\n')));
    }), 1, 'root is not'],
    ['an entry missing', damaged((files) => files.set('entries.jsonl', utf8(text(files, 'entries.jsonl').replace(/^.*\n/, '')))), 1, 'holds 15 entries'],
    ['an entry too many', damaged((files) => files.set('entries.jsonl', utf8(`${text(files, 'entries.jsonl')}{}\n`))), 1, 'holds 17 entries'],
    ['a last line without line feed', damaged((files) => files.set('entries.jsonl', files.get('entries.jsonl')!.slice(0, -1))), 1, 'not ended by a line feed'],
    ['line ends of another system', damaged((files) => files.set('entries.jsonl', utf8(text(files, 'entries.jsonl').replaceAll('\n', '\r\n')))), 1, 'entry 0'],
    ['a byte order mark', damaged((files) => files.set('entries.jsonl', utf8(`\ufeff${text(files, 'entries.jsonl')}`))), 1, 'entry 0'],
    ['another size in the head', edit('checkpoint.txt', '\n16\n', '\n15\n'), 1, 'signature of table.example/log/t_sample'],
    ['another origin in the head', edit('checkpoint.txt', ORIGIN, `${ORIGIN}x`), 1, 'but the keys are for'],
    ['no head', damaged((files) => files.delete('checkpoint.txt')), 2, 'checkpoint.txt is missing'],
    ['an empty head', withFile('checkpoint.txt', ''), 2, 'no blank line'],
    ['no entries', damaged((files) => { files.delete('entries.jsonl'); files.delete('tile/entries/000.p/16'); }), 2, 'entries.jsonl is missing'],
    ['no verifier keys', damaged((files) => files.delete('vkey.txt')), 2, 'vkey.txt is missing'],
    ['a verifier key that cannot be read', withFile('vkey.txt', 'key\n'), 2, 'not a vkey'],
    ['an earlier head that cannot be read', withFile('checkpoints/3.txt', 'head'), 2, 'no blank line'],
    ['a policy that cannot be read', withFile('policy.txt', 'quorum\n'), 2, 'quorum line'],
    ['a policy that nobody met', withFile('policy.txt', `witness W ${KEYS.witness.key.vkey}\nwitness V ${addKey('v')}\ngroup G all W V\nquorum G\n`), 1, 'quorum of this policy'],
    ['a proof that is not JSON', withFile('proofs/x.json', '{'), 2, 'it is not JSON'],
    ['a proof of an unknown type', withFile('proofs/x.json', '{"type":"absence"}'), 2, 'its type is unknown'],
    ['a consistency proof with another hash', damaged((files) => {
      const path = 'proofs/consistency-5-16.json';
      const proof = JSON.parse(text(files, path)) as { proof: string[] };
      files.set(path, utf8(JSON.stringify({ ...proof, proof: proof.proof.toReversed() })));
    }), 1, 'consistency proof leads to'],
    ['an inclusion proof of another leaf', withFile('proofs/x.json', inclusionOf(3, 4)), 1, 'leads to another root'],
    ['a proof about another tree', withFile('proofs/x.json', inclusionOf(3, 3, honest.slice(1))), 1, 'about another tree of 15 entries'],
    ['a proof file with another index', edit('proofs/entry-0.tlog-proof', 'index 0', 'index 1'), 1, 'leads to another root'],
    ['a proof file beyond the log', edit('proofs/entry-0.tlog-proof', 'index 0', 'index 99'), 1, 'has no entry 99'],
    ['a proof file with another head', withFile('proofs/x.tlog-proof', writeTlogProof({ index: 0, proof: [], checkpoint: headOf(honest.slice(3), both) })), 1, 'root is not the root'],
    ['an add-checkpoint without its proof', withFile('proofs/x.add-checkpoint', `old 5\n\n${headOf(honest, both)}`), 1, 'consistency proof is empty'],
    ['an add-checkpoint that shrinks', withFile('proofs/x.add-checkpoint', `old 17\n\n${headOf(honest, both)}`), 1, 'old size 17 is above'],
    ['a hash tile with another hash', damaged((files) => { files.get('tile/0/000.p/16')![0]! ^= 1; }), 1, 'hashes are not those'],
    ['a tile that the tree does not have', withFile('tile/1/000.p/1', 'x'), 1, 'no subtree'],
    ['an entry bundle cut short', damaged((files) => files.set('tile/entries/000.p/16', files.get('tile/entries/000.p/16')!.slice(0, -1))), 1, 'ends in the middle'],
    ['a disclosure of no entry', withFile('disclosures.txt', `${makeDisclosure(new Uint8Array(16), 'name', 'Eve').disclosure}\n`), 1, 'no entry holds the digest'],
    ['a disclosure twice', withFile('disclosures.txt', `${NAMES[0]!.disclosure}\n`.repeat(2)), 1, 'stands twice'],
    ['a disclosure that cannot be read', withFile('disclosures.txt', 'name: Ada\n'), 2, 'not base64url'],
  ])('with %s is refused', (_, files, verdict, reason) => {
    const report = verifyBundle(files, pinned);
    expect(report.findings.map((finding) => `entry ${finding.entry ?? '-'}: ${finding.reason}`).join('\n')).toMatch(reason);
    expect(report.verdict).toBe(verdict);
  });
});

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
    ['an entry dropped from its stream', rewritten((leaves) => leaves.splice(10, 1)), 'version 6 of the stream vote:v_1', 10],
    ['an entry twice in its stream', rewritten((leaves) => leaves.splice(10, 0, leaves[10]!)), 'version 5 of the stream', 11],
    ['a stream that does not start at 1', over(0, { sv: 2, prev: `${'A'.repeat(43)}=` }), 'version 2 of the stream table:t_1', 0],
    ['an entry changed behind its successor', rewritten((leaves) => { leaves[4] = utf8(line(leaves[4]).replace('h_1', 'h_9')); }), 'which is entry 4', 5],
    ['no prev', over(5, { prev: undefined }), 'prev is missing', 5],
    ['white space in an entry', rewritten((leaves) => { leaves[0] = utf8(line(leaves[0]).replace(',', ', ')); }), 'not in canonical form', 0],
    ['a member twice in an entry', rewritten((leaves) => { leaves[0] = utf8(line(leaves[0]).replace('{', '{"act":"table.closed",')); }), 'duplicate member "act"', 0],
    ['an empty entry', rewritten((leaves) => leaves.push(new Uint8Array())), 'a leaf of 0 bytes', 16],
    ['an entry that is too long', rewritten((leaves) => leaves.push(utf8(canonicalJson('x'.repeat(70_000))))), 'a leaf of', 16],
    ['digests without their algorithm', over(1, { _sd_alg: undefined }), '_sd without _sd_alg', 1],
    ['a digest that is none', over(1, { _sd: ['name'] }), '_sd is', 1],
    ['the same digest in two entries', resigned((drafts) => { drafts[2]!.digests = drafts[1]!.digests!; }), 'stands in two entries', 2],
    ['a key of another log', data(KEY_ADDED, { vkey: addKey('other') }), 'is not a key of this log', KEY_ADDED],
    ['a key that is none', data(KEY_ADDED, { vkey: 'key' }), 'is not a vkey', KEY_ADDED],
  ])('with %s names the entry', (_, files, reason, entry) => {
    const report = verifyBundle(files, pinned);
    expect(report.verdict).toBe(1);
    expect(report.first).toMatchObject({ kind: 'wrong', entry });
    expect(report.first?.reason).toContain(reason);
  });

  test.each([
    ['a ballot of who is not on the roll', resigned((drafts) => { drafts[9]!.actor = 'm_9'; }), 'm_9 is not on the roll', 9],
    ['a ballot of nobody', resigned((drafts) => { drafts[9]!.actor = null; }), 'nobody is not on the roll', 9],
    ['a ballot for an unknown option', data(9, { option: 'maybe' }), 'option is not an option', 9],
    ['a second ballot where none is allowed', data(6, { revote: false }), 'a second ballot of m_1', 11],
    ['a ballot before the roll', resigned((drafts) => drafts.splice(7, 0, drafts.splice(9, 1)[0]!)), 'the roll has 0 members', 7],
    ['a ballot after the close', resigned((drafts) => drafts.splice(12, 0, drafts.splice(9, 1)[0]!)), 'the vote is closed', 12],
    ['a roll that grows after the first ballot', resigned((drafts) => drafts.splice(10, 0, { ...drafts[8]!, data: { vote: 'v_1', part: 2, members: ['m_4'] } })), 'the roll changes after', 10],
    ['a roll with a part left out', without(7), 'part is not 0', 7],
    ['a roll with a member twice', data(8, { members: ['m_1'] }), 'm_1 stands twice on the roll', 8],
    ['a roll shorter than announced', data(6, { eligible: 4 }), 'the roll has 3 members, but 4 are eligible', 9],
    ['a vote opened twice', twice(6), 'is opened twice', 7],
    ['a ballot in a vote that was not opened', data(9, { vote: 'v_2' }), 'was not opened: v_2', 9],
    ['no options', data(6, { options: [] }), 'options is not a list with an option', 6],
    ['an option twice', data(6, { options: ['yes', 'yes'] }), 'options is not a list of different texts', 6],
    ['an unknown kind of ballot', data(6, { ballot: 'public' }), 'ballot is not open, sector or secret', 6],
    ['a sealing key in an open vote', data(6, { seal: {} }), 'seal is not allowed in an open vote', 6],
    ['anonymous ballots in an open vote', resigned((drafts) => { drafts[9] = { act: 'vote.ballots', stream: 'vote:v_1', data: { vote: 'v_1', ballots: [] } }; }), 'an anonymous ballot in an open vote', 9],
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

describe('a history that was rewritten', () => {
  const forged = chain(sampleDrafts().map((draft) => ({ ...draft, data: { ...draft.data, note: 'forged' } })));
  const retired = (signers = [KEYS.first]) => {
    const leaves = chain([
      ...sampleDrafts(),
      { act: 'log.key.retired', stream: 'log:keys', data: { vkey: KEYS.first.key.vkey } },
      { act: 'proposal.signed', stream: 'proposal:p_1', data: {} },
    ]);
    return sampleBundle(leaves, { checkpoint: addSignature(headOf(leaves, signers), KEYS.witness) });
  };
  const signedBy = (signers: readonly (typeof KEYS.first)[], checkpoints: string[] = []) =>
    sampleBundle(honest, { checkpoint: addSignature(headOf(honest, signers), KEYS.witness), checkpoints });
  const previous = (note: string): VerifyOptions => ({ ...pinned, previous: [{ name: 'kept.txt', text: note }] });

  test.each([
    ['is signed by a stranger', signedBy([KEYS.stranger]), pinned, 'no key trusted for size 16'],
    ['is signed by a stranger whose key the bundle names', sampleBundle(honest, { checkpoint: addSignature(headOf(honest, [KEYS.stranger]), KEYS.witness), checkpoints: [], vkeys: [KEYS.stranger.key.vkey] }), pinned, ''],
    ['is signed by a key whose addition no trusted key covers', signedBy([KEYS.second]), pinned, 'no key trusted for size 16'],
    ['has an early head signed by a key added later', signedBy(both, [headOf(honest, [KEYS.second], 5)]), pinned, 'no key trusted for size 5'],
    ['has an earlier head of other entries', damaged((files) => files.set('checkpoints/7.txt', utf8(headOf(forged, [KEYS.first], 7)))), pinned, 'not the root of the first 7 entries'],
    ['has an earlier head of another log', withFile('checkpoints/7.txt', signCheckpoint({ origin: 'other.example/log', size: 7, root: new Uint8Array(32) }, [KEYS.first])), pinned, 'a head of the log other.example/log'],
    ['has a good and a false signature on its head', damaged((files) => files.set('checkpoint.txt', utf8(addSignature(headOf(honest, [KEYS.second]), { key: KEYS.first.key, sign: () => KEYS.first.sign('other\n') })))), pinned, 'is false'],
    ['has a false cosignature on its head', damaged((files) => files.set('checkpoint.txt', utf8(addSignature(headOf(honest, [KEYS.second]), { key: KEYS.witness.key, sign: () => KEYS.witness.sign('other\n') })))), pinned, 'witness.example/w1'],
    ['is still signed by a retired key', retired(), pinned, 'no key trusted for size 18'],
    ['belongs to another log than the pinned key', sampleBundle(), { vkeys: [addKey('other.example/log')] }, 'the keys are for other.example/log'],
    ['does not continue a head that somebody kept', sampleBundle(forged), previous(headOf(honest, [KEYS.first], 9)), 'not the root of the first 9 entries'],
    ['is shorter than a head that somebody kept', sampleBundle(honest.slice(0, 15), { checkpoint: addSignature(headOf(honest.slice(0, 15), both), KEYS.witness) }), previous(headOf(honest, both)), 'had 16 entries then, and has 15 now'],
    ['has a head that lacks the quorum of the given policy', sampleBundle(honest, { checkpoint: headOf(honest, [KEYS.second]), policy: 'quorum none\n' }), { policy: `log ${KEYS.first.key.vkey}\nwitness W ${KEYS.witness.key.vkey}\nquorum W\n` }, 'quorum of the given policy'],
    ['has no signature at all in a raw head', damaged((files) => files.set('checkpoint.txt', utf8(signNote(`${ORIGIN}\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`, [KEYS.stranger])))), pinned, 'it holds 16 entries'],
  ])('%s', (_, files, options, reason) => {
    const report = verifyBundle(files, options);
    expect(report.verdict).toBe(1);
    expect(report.findings.map((finding) => finding.reason).join('\n')).toContain(reason);
  });

  it('is accepted once when nothing older is known, and refused as soon as one old head is', () => {
    const files = sampleBundle(forged);
    expect(verifyBundle(files, { ...pinned, profile: 'entries' }).verdict).toBe(0);
    expect(verifyBundle(files, previous(headOf(honest, [KEYS.first], 1))).verdict).toBe(1);
  });

  it('is accepted with a retired key replaced by the new one', () => {
    expect(verifyBundle(retired([KEYS.second]), pinned).verdict).toBe(0);
  });
});

function addKey(name: string): string {
  return { ...KEYS, named: nameKey(name) }.named;
}
