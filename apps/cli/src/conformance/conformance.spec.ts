import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, strToU8 } from 'fflate';
import {
  MerkleTree,
  base64,
  entryLeaf,
  leafHash,
  makeDisclosure,
  noteSigner,
  signCheckpoint,
  signNote,
  writeBundle,
} from '@tavolo/audit-log';
import { run } from '../run.js';
import { runVotingVector } from './voting-vectors.js';

const ORIGIN = 'table.example/log/t_1';
const signer = noteSigner(ORIGIN, new Uint8Array(32).fill(5));
const leaf = entryLeaf({
  id: 'e_1',
  log: ORIGIN,
  at: '2026-03-01T18:00:00.000Z',
  actor: null,
  act: 'table.created',
  stream: 'table:t_1',
  sv: 1,
  data: {},
});
const tree = new MerkleTree([leafHash(leaf)]);
const root = base64(tree.root());
const checkpoint = signCheckpoint({ origin: ORIGIN, size: 1, root: tree.root() }, [signer]);
const bundle = writeBundle({ leaves: [leaf], checkpoint, vkeys: [signer.key.vkey] });
const hexOf = (text: string | Uint8Array) => Buffer.from(text as string).toString('hex');
const salted = makeDisclosure(new Uint8Array(16), 'name', 'Ada');
const vkeys = [signer.key.vkey];

/** One small vector of each kind that is answered: every case of it holds. */
const VECTORS: Readonly<Record<string, object>> = {
  tree: {
    kind: 'rfc6962-tree',
    leaves_hex: [hexOf(leaf)],
    leaf_hashes_hex: [hexOf(tree.leaf(0))],
    roots_hex: [hexOf(tree.root(0)), hexOf(tree.root(1))],
    inclusion: [{ index: 0, size: 1, proof_hex: [] }],
    consistency: [{ size1: 1, size2: 1, proof_hex: [] }],
  },
  proofs: {
    kind: 'rfc6962-proofs',
    inclusion: [
      { name: 'good', leafIdx: 0, treeSize: 1, root, leafHash: root, proof: null, wantErr: false },
      { name: 'bad', leafIdx: 0, treeSize: 1, root: 'AA==', leafHash: root, proof: null, wantErr: true },
    ],
    consistency: [{ name: 'good', size1: 1, size2: 1, root1: root, root2: root, proof: [], wantErr: false }],
  },
  notes: {
    kind: 'signed-note',
    cases: [
      { name: 'good', note: signNote('text\n', [signer]), vkeys, verified_by: [`${ORIGIN}+${signer.key.id}`] },
      { name: 'bad', note: 'text\n', vkeys, verified_by: null },
    ],
    bad_vkeys: ['x'],
  },
  checkpoints: {
    kind: 'checkpoint',
    cases: [
      { name: 'good', note: checkpoint, vkeys, want: { origin: ORIGIN, size: 1, root } },
      { name: 'bad', note: checkpoint, vkeys: [], want: null },
    ],
  },
  jcs: {
    kind: 'jcs',
    cases: [{ name: 'object', input: '{ "b": 1, "a": 0.5 }', output_hex: hexOf('{"a":0.5,"b":1}') }],
    numbers: [{ ieee754: '3fe0000000000000', text: '0.5' }],
    reject: [{ name: 'twice', input_hex: hexOf('{"a":1,"a":1}') }],
    not_canonical: [{ name: 'space', input_hex: hexOf(' 1') }],
  },
  disclosures: {
    kind: 'sd-disclosures',
    cases: [{ ...salted, value: [base64(new Uint8Array(16)).replaceAll('=', ''), 'name', 'Ada'] }],
  },
  bundle: {
    kind: 'tlog-bundle',
    vkeys,
    profile: 'votes',
    ok: true,
    files: Object.fromEntries([...bundle].map(([path, content]) => [path, base64(content)])),
  },
  later: { kind: 'post-quantum', cases: [{ name: 'one' }, {}] },
};

const election = (id: string) => ({
  format: 'cogov-voting-vectors/1',
  id,
  family: 'sortition',
  election: { seats: 2 },
  cases: [{ id: 'first', method: 'draw', params: {}, tieBreak: null, expected: { drawn: ['a'] } }],
});

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'tavolo-vectors-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function conformance(name: string, vectors: Readonly<Record<string, string | Uint8Array>>) {
  mkdirSync(join(folder, name, 'deep'), { recursive: true });
  for (const [file, content] of Object.entries(vectors)) writeFileSync(join(folder, name, 'deep', file), content);
  const printed: string[] = [];
  const complaints: string[] = [];
  const print = (line: string) => printed.push(line);
  const code = run(['conformance', name], { folder, locale: '', print, complain: (line) => complaints.push(line) });
  return { code, printed, complaints };
}

const asFiles = (vectors: Readonly<Record<string, object>>) =>
  Object.fromEntries(Object.entries(vectors).map(([name, vector]) => [`${name}.json`, JSON.stringify(vector)]));

describe('conformance', () => {
  it('passes what our libraries answer, and counts apart what none offers yet', () => {
    const { code, printed } = conformance('good', { ...asFiles(VECTORS), 'README.md': '#', 'index.json': '{}' });
    expect(printed.filter((line) => line.startsWith('FAILED'))).toEqual([]);
    expect(printed).toContain('post-quantum     0 passed, 0 failed, 2 not offered');
    expect(printed).toContain('tlog-bundle      1 passed, 0 failed');
    expect(printed.at(-1)).toBe('19 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('reads packed files, and knows elections that no library counts yet', () => {
    const packed = gzipSync(strToU8(JSON.stringify(election('draw'))));
    const { code, printed } = conformance('packed', { 'draw.json.gz': packed });
    expect(printed).toEqual(['sortition        0 passed, 0 failed, 1 not offered', '0 passed, 0 failed']);
    expect(code).toBe(0);
  });

  it('prints each case that fails and why', () => {
    const number = {
      kind: 'jcs',
      numbers: [{ ieee754: '3fe0000000000000', text: '1/2' }],
      reject: [{ name: 'x', input_hex: '31' }],
    };
    const { code, printed } = conformance('bad', { 'numbers.json': JSON.stringify(number), 'torn.json': '{' });
    expect(printed[0]).toBe('FAILED jcs numbers: number 3fe0000000000000: found 0.5, expected 1/2');
    expect(printed[1]).toBe('FAILED jcs numbers: refuses x: accepted, but must be refused');
    expect(printed[2]).toContain('FAILED unreadable torn');
    expect(printed.at(-1)).toBe('0 passed, 3 failed');
    expect(code).toBe(1);
  });

  it('refuses a damaged bundle that claims to be good', () => {
    const damaged = { ...VECTORS.bundle, vkeys: [noteSigner(ORIGIN, new Uint8Array(32)).key.vkey] };
    const { printed } = conformance('damaged', asFiles({ damaged }));
    expect(printed[0]).toContain('FAILED tlog-bundle damaged: verified: verdict 1: checkpoint.txt: no key trusted');
  });

  it('lets a library of voting methods join by its family', () => {
    const file = { path: 'draw.json', content: { ...election('draw'), family: 'stv' } };
    const runner = {
      offers: ({ method }: { method: string }) => method === 'draw',
      check: ({ expected }: { expected: object }) => ('drawn' in expected ? undefined : 'nothing drawn'),
    };
    expect(runVotingVector(file, { stv: runner })).toEqual([{ family: 'stv', name: 'draw: first', outcome: 'passed' }]);
    expect(runVotingVector(file)).toMatchObject([{ outcome: 'not offered' }]);
  });
});
