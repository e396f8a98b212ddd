import { base64 } from '../encoding/base64.js';
import { utf8, utf8Text } from '../encoding/bytes.js';
import { makeDisclosure } from '../entry/disclosure.js';
import { leafHash } from '../merkle/hashing.js';
import { MerkleTree } from '../merkle/merkle-tree.js';
import { cosigner } from '../note/note-signer.js';
import { writeTlogProof } from '../note/proof-file.js';
import { KEYS, NAMES, ORIGIN, chain, headOf, sampleBundle, sampleDrafts } from '../testing/sample-log.js';
import { verifyBundle } from './verify-bundle.js';

const pinned = { vkeys: [KEYS.first.key.vkey] };
const honest = chain(sampleDrafts());
const both = [KEYS.first, KEYS.second];
type Files = Map<string, Uint8Array>;

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

/** A JSON proof of the leaf `index`, with the path of the leaf `pathOf`. */
function inclusionOf(index: number, pathOf: number, leaves = honest): string {
  const tree = new MerkleTree(leaves.map(leafHash));
  const proof = tree.inclusionProof(pathOf).map((hash) => base64(hash));
  const [leaf, root] = [base64(tree.leaf(index)), base64(tree.root())];
  return JSON.stringify({ leafIdx: index, treeSize: leaves.length, leafHash: leaf, root, proof });
}

/** An entry that names its actor, and a disclosure that names another one. */
function contradicting() {
  const salted = makeDisclosure(new Uint8Array(16), 'actor', 'm_3');
  const drafts = sampleDrafts();
  drafts[1]!.digests = [salted.digest];
  return sampleBundle(chain(drafts), { disclosures: [salted.disclosure] });
}

describe('a damaged bundle', () => {
  test.each([
    ['a changed letter in an entry', edit('entries.jsonl', 'h_1', 'h_9'), 1, 'entry 4: the entry is another one here'],
    [
      'a changed letter in the last entry',
      edit('entries.jsonl', 'proposal.adopted', 'proposal.adoptex'),
      1,
      'root is not',
    ],
    ['an entry that is no longer JSON', edit('entries.jsonl', '{"act"', '["act"'), 1, 'entry 0'],
    [
      'a byte that is not UTF-8',
      damaged((files) => {
        files.get('entries.jsonl')![40] = 0xff;
      }),
      1,
      'not UTF-8',
    ],
    [
      'two entries exchanged',
      damaged((files) => {
        const lines = text(files, 'entries.jsonl').split('\n');
        files.set('entries.jsonl', utf8([lines[1], lines[0], ...lines.slice(2)].join('\n')));
      }),
      1,
      'root is not',
    ],
    [
      'an entry missing',
      damaged((files) => files.set('entries.jsonl', utf8(text(files, 'entries.jsonl').replace(/^.*\n/, '')))),
      1,
      'holds 15 entries',
    ],
    [
      'an entry too many',
      damaged((files) => files.set('entries.jsonl', utf8(`${text(files, 'entries.jsonl')}{}\n`))),
      1,
      'holds 17 entries',
    ],
    [
      'a last line without line feed',
      damaged((files) => files.set('entries.jsonl', files.get('entries.jsonl')!.slice(0, -1))),
      1,
      'not ended by a line feed',
    ],
    [
      'line ends of another system',
      damaged((files) => files.set('entries.jsonl', utf8(text(files, 'entries.jsonl').replaceAll('\n', '\r\n')))),
      1,
      'entry 0',
    ],
    [
      'a byte order mark',
      damaged((files) => files.set('entries.jsonl', utf8(`\ufeff${text(files, 'entries.jsonl')}`))),
      1,
      'entry 0',
    ],
    [
      'another size in the head',
      edit('checkpoint.txt', '\n16\n', '\n15\n'),
      1,
      'signature of table.example/log/t_sample',
    ],
    ['another origin in the head', edit('checkpoint.txt', ORIGIN, `${ORIGIN}x`), 1, 'but the keys are for'],
    ['no head', damaged((files) => files.delete('checkpoint.txt')), 2, 'checkpoint.txt is missing'],
    ['an empty head', withFile('checkpoint.txt', ''), 2, 'no blank line'],
    [
      'no entries',
      damaged((files) => {
        files.delete('entries.jsonl');
        files.delete('tile/entries/000.p/16');
      }),
      2,
      'entries.jsonl is missing',
    ],
    ['no verifier keys', damaged((files) => files.delete('vkey.txt')), 2, 'vkey.txt is missing'],
    ['a verifier key that cannot be read', withFile('vkey.txt', 'key\n'), 2, 'not a vkey'],
    ['an earlier head that cannot be read', withFile('checkpoints/3.txt', 'head'), 2, 'no blank line'],
    ['a policy that cannot be read', withFile('policy.txt', 'quorum\n'), 2, 'quorum line'],
    [
      'a policy that nobody met',
      withFile(
        'policy.txt',
        `witness W ${KEYS.witness.key.vkey}\nwitness V ${cosigner('witness.example/v', new Uint8Array(32).fill(22), 1).key.vkey}\ngroup G all W V\nquorum G\n`,
      ),
      1,
      'quorum of this policy',
    ],
    ['a proof that is not JSON', withFile('proofs/x.json', '{'), 2, 'it is not JSON'],
    ['a proof of an unknown type', withFile('proofs/x.json', '{"type":"absence"}'), 2, 'its type is unknown'],
    [
      'a consistency proof with another hash',
      damaged((files) => {
        const path = 'proofs/consistency-5-16.json';
        const proof = JSON.parse(text(files, path)) as { proof: string[] };
        files.set(path, utf8(JSON.stringify({ ...proof, proof: proof.proof.toReversed() })));
      }),
      1,
      'consistency proof leads to',
    ],
    ['an inclusion proof of another leaf', withFile('proofs/x.json', inclusionOf(3, 4)), 1, 'leads to another root'],
    [
      'a proof about another tree',
      withFile('proofs/x.json', inclusionOf(3, 3, honest.slice(1))),
      1,
      'about another tree of 15 entries',
    ],
    [
      'a proof file with another index',
      edit('proofs/entry-0.tlog-proof', 'index 0', 'index 1'),
      1,
      'leads to another root',
    ],
    ['a proof file beyond the log', edit('proofs/entry-0.tlog-proof', 'index 0', 'index 99'), 1, 'has no entry 99'],
    [
      'a proof file with another head',
      withFile(
        'proofs/x.tlog-proof',
        writeTlogProof({ index: 0, proof: [], checkpoint: headOf(honest.slice(3), both) }),
      ),
      1,
      'root is not the root',
    ],
    [
      'an add-checkpoint without its proof',
      withFile('proofs/x.add-checkpoint', `old 5\n\n${headOf(honest, both)}`),
      1,
      'consistency proof is empty',
    ],
    [
      'an add-checkpoint that shrinks',
      withFile('proofs/x.add-checkpoint', `old 17\n\n${headOf(honest, both)}`),
      1,
      'old size 17 is above',
    ],
    [
      'a hash tile with another hash',
      damaged((files) => {
        files.get('tile/0/000.p/16')![0]! ^= 1;
      }),
      1,
      'hashes are not those',
    ],
    ['a tile that the tree does not have', withFile('tile/1/000.p/1', 'x'), 1, 'no subtree'],
    [
      'an entry bundle cut short',
      damaged((files) => files.set('tile/entries/000.p/16', files.get('tile/entries/000.p/16')!.slice(0, -1))),
      1,
      'ends in the middle',
    ],
    [
      'a disclosure of no entry',
      withFile('disclosures.txt', `${makeDisclosure(new Uint8Array(16), 'name', 'Eve').disclosure}\n`),
      1,
      'no entry holds the digest',
    ],
    ['a disclosure that contradicts its entry', contradicting(), 1, 'the entry says "actor" openly too'],
    ['a disclosure twice', withFile('disclosures.txt', `${NAMES[0]!.disclosure}\n`.repeat(2)), 1, 'stands twice'],
    ['a disclosure that cannot be read', withFile('disclosures.txt', 'name: Ada\n'), 2, 'not base64url'],
  ])('with %s is refused', (_, files, verdict, reason) => {
    const report = verifyBundle(files, pinned);
    expect(report.findings.map((finding) => `entry ${finding.entry ?? '-'}: ${finding.reason}`).join('\n')).toMatch(
      reason,
    );
    expect(report.verdict).toBe(verdict);
  });
});
