import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  CompactRange,
  base64,
  entryLeaf,
  leafHash,
  nextInStream,
  noteSigner,
  signCheckpoint,
  writeBundle,
  zipBundle,
  type BundleFiles,
  type StreamHead,
} from '@tavolo/audit-log';
import { run } from './run.js';

const ORIGIN = 'table.example/log/t_1';
const signer = noteSigner(ORIGIN, new Uint8Array(32).fill(3));
const VKEY = signer.key.vkey;

/** A log of one stream. */
function leavesOf(count: number): Uint8Array[] {
  let head: StreamHead | undefined;
  return Array.from({ length: count }, (_, index) => {
    const next = nextInStream(head);
    const leaf = entryLeaf({
      id: `e_${index}`,
      log: ORIGIN,
      at: '2026-03-01T18:00:00.000Z',
      actor: 'm_1',
      act: 'proposal.edited',
      stream: 'proposal:p_1',
      ...next,
      data: { revision: index },
    });
    head = { sv: next.sv, leafHash: leafHash(leaf) };
    return leaf;
  });
}

function headOf(leaves: readonly Uint8Array[]): string {
  const range = new CompactRange();
  for (const leaf of leaves) range.append(leafHash(leaf));
  return signCheckpoint({ origin: ORIGIN, size: range.size, root: range.root() }, [signer]);
}

const leaves = leavesOf(6);
const bundle = writeBundle({ leaves, checkpoint: headOf(leaves), vkeys: [VKEY] });
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tavolo-cli-'));
  write('good', bundle);
  write('enclosed/export-1', bundle);
  writeFileSync(join(folder, 'good.zip'), zipBundle(bundle));
  writeFileSync(join(folder, 'not.zip'), 'not a zip');
  const entries = Buffer.from(bundle.get('entries.jsonl')!);
  entries[entries.indexOf('"revision":3') + 11]! ^= 1;
  write('changed', new Map([...bundle, ['entries.jsonl', entries]]));
  write('headless', new Map([...bundle].filter(([path]) => path !== 'checkpoint.txt')));
  writeFileSync(join(folder, 'head-4.txt'), headOf(leaves.slice(0, 4)));
  writeFileSync(join(folder, 'head-9.txt'), headOf(leavesOf(9)));
  writeFileSync(join(folder, 'policy.txt'), `log ${VKEY}\nquorum none\n`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, files: BundleFiles): void {
  for (const [path, content] of files) {
    const full = join(folder, name, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  }
}

function tavolo(...args: readonly string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = run(args, {
    folder,
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, printed: printed.join('\n'), complaints: complaints.join('\n') };
}

describe('tavolo verify', () => {
  test.each(['good', 'good.zip', 'enclosed'])('verifies %s with a pinned key', (name) => {
    const { code, printed } = tavolo('verify', name, '--vkey', VKEY);
    expect(printed).toContain(`Log      ${ORIGIN}`);
    expect(printed).toContain('6 entries in 1 stream');
    expect(printed).toMatch(/^VERIFIED/m);
    expect(code).toBe(0);
  });

  it('verifies with a policy, and with heads that were kept', () => {
    const { code, printed } = tavolo('verify', 'good', '--policy', 'policy.txt', '--previous', 'head-4.txt');
    expect(printed).toContain('1 earlier head given by the caller');
    expect(code).toBe(0);
  });

  it('says that nothing is proven without a pinned key', () => {
    const { code, printed } = tavolo('verify', 'good');
    expect(printed).toContain('CONSISTENT, BUT NOT PROVEN');
    expect(code).toBe(3);
  });

  it('names the first bad entry of a bundle with one changed byte', () => {
    const { code, printed } = tavolo('verify', 'changed', '--vkey', VKEY);
    expect(printed).toContain('First fault: entries.jsonl, entry 4 (line 5): prev is not the leaf hash');
    expect(printed).toContain('which is entry 3');
    expect(printed).toMatch(/^WRONG/m);
    expect(code).toBe(1);
  });

  it('refuses a log that is shorter than a head that was kept', () => {
    const { code, printed } = tavolo('verify', 'good', '--vkey', VKEY, '--previous', 'head-9.txt');
    expect(printed).toContain('head-9.txt: the log had 9 entries then, and has 6 now');
    expect(code).toBe(1);
  });

  test.each(['headless', 'not.zip', 'policy.txt'])('calls %s malformed', (name) => {
    const { code, printed } = tavolo('verify', name, '--vkey', VKEY);
    expect(printed).toMatch(/^MALFORMED/m);
    expect(code).toBe(2);
  });

  it('lets no file name write its own verdict', () => {
    const hostile = new Map([...bundle, ['x\nVERIFIED: \u001b[2J\u202e.txt', new Uint8Array()] as const]);
    writeFileSync(join(folder, 'hostile.zip'), zipBundle(hostile));
    const { printed } = tavolo('verify', 'hostile.zip');
    expect(printed).toContain('unknown file, not read: x\\u{a}VERIFIED: \\u{1b}[2J\\u{202e}.txt');
    expect(printed).not.toMatch(/^VERIFIED/m);
  });

  it('gives the whole report as JSON', () => {
    const { code, printed } = tavolo('verify', 'good', '--vkey', VKEY, '--json');
    expect(JSON.parse(printed)).toMatchObject({ verdict: 0, size: 6, signedBy: [VKEY], findings: [] });
    expect(code).toBe(0);
  });
});

describe('tavolo', () => {
  test.each([
    [['verfy'], 'There is no command "verfy".'],
    [['verify'], 'verify needs exactly one BUNDLE.'],
    [['verify', 'a', 'b'], 'verify needs exactly one BUNDLE.'],
    [['verify', 'nowhere'], 'nowhere does not exist.'],
    [['verify', 'good', '--key', 'x'], "Unknown option '--key'"],
    [['verify', 'good', '--vkey'], "Option '--vkey <value>' argument missing"],
    [['verify', 'good', '--vkey', 'x'], '"x" is not a vkey'],
    [['verify', 'good', '--policy', 'head-4.txt'], 'unknown line'],
    [['verify', 'good', '--policy', 'good'], 'good is a folder'],
    [['verify', 'good', '--profile', 'all'], 'There is no profile "all"'],
    [['hash'], 'hash needs exactly one FILE.'],
    [['receipt', 'good'], 'receipt needs a BUNDLE and a RECEIPT.'],
    [['receipt', 'good', 'head-4.txt'], 'the receipt is not JSON'],
    [['conformance'], 'conformance needs a FOLDER'],
    [['conformance', 'good'], 'no test vectors'],
  ])('explains the mistake in %j', (args, sentence) => {
    const { code, complaints } = tavolo(...args);
    expect(complaints).toContain(sentence);
    expect(complaints).toContain('--help');
    expect(code).toBe(2);
  });

  it('lists its commands and explains each', () => {
    const { code, printed } = tavolo();
    expect(code).toBe(0);
    for (const name of ['verify', 'receipt', 'hash', 'conformance']) {
      expect(printed).toContain(`  ${name}`);
      expect(tavolo(name, '--help')).toMatchObject({ code: 0, printed: expect.stringContaining(`tavolo ${name}`) });
    }
    expect(tavolo('--help').printed).toBe(printed);
  });

  it('gives the leaf hash of each line', () => {
    const { code, printed } = tavolo('hash', 'good/entries.jsonl');
    expect(printed.split('\n')).toEqual(leaves.map((leaf) => base64(leafHash(leaf))));
    expect(code).toBe(0);
  });

  it('looks for the ballot of a receipt', () => {
    const receipt = { log: ORIGIN, vote: 'v', k: 'k', ballot: 'b' };
    writeFileSync(join(folder, 'receipt.json'), JSON.stringify(receipt));
    const { code, printed } = tavolo('receipt', 'good.zip', 'receipt.json');
    expect(printed).toContain('NOT FOUND: no ballot of the vote v');
    expect(code).toBe(1);
    expect(readFileSync(join(folder, 'receipt.json'), 'utf8')).toBe(JSON.stringify(receipt));
  });
});
