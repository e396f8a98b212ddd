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
import { type JsonObject } from '@tavolo/kernel';
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

/** A log with one vote of three seats: a yes, a no and an abstention. `yes` is what the result says of the public bodies. */
function votedLeaves(yes: number): Uint8Array[] {
  const result = { public: { yes, no: 0, abstain: 0 }, third_sector: { yes: 0, no: 1, abstain: 1 } };
  const vote = 'B-1';
  const members = [
    { m: 's_1', r: 'public' },
    { m: 's_2', r: 'third_sector' },
    { m: 's_3', r: 'third_sector' },
  ];
  const opened = {
    ...{ vote, ballot: 'open', options: ['yes', 'no', 'abstain'], eligible: 3, revote: true },
    ...{ sectors: ['public', 'third_sector'], proposal: 'P-101', version: 2 },
  };
  const acts: readonly (readonly [act: string, actor: string | null, data: JsonObject])[] = [
    ['vote.opened', 'm_1', opened],
    ['vote.roll', null, { vote, part: 0, members }],
    ['vote.cast', 's_1', { vote, option: 'yes' }],
    ['vote.cast', 's_2', { vote, option: 'no' }],
    ['vote.cast', 's_3', { vote, option: 'abstain' }],
    ['vote.closed', 'm_1', { vote }],
    ['vote.result', null, { vote, counts: result, ballots: 3, blank: 0, invalid: 0 }],
  ];
  let head: StreamHead | undefined;
  return acts.map(([act, actor, data], index) => {
    const next = nextInStream(head);
    const at = '2026-03-01T18:00:00.000Z';
    const leaf = entryLeaf({ id: `v_${index}`, log: ORIGIN, at, actor, act, stream: 'vote:B-1', ...next, data });
    head = { sv: next.sv, leafHash: leafHash(leaf) };
    return leaf;
  });
}

const bundled = (all: readonly Uint8Array[]): BundleFiles =>
  writeBundle({ leaves: all, checkpoint: headOf(all), vkeys: [VKEY] });

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
  write('voted', bundled(votedLeaves(1)));
  write('miscounted', bundled(votedLeaves(2)));
  write('open', bundled(votedLeaves(1).slice(0, 5)));
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
    locale: 'en_GB.UTF-8',
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
    expect(printed).toContain('1 signed state of the log (checkpoint)');
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

  it('tells each vote in sentences: on what, who could vote, the count, and that the result agrees', () => {
    const { code, printed } = tavolo('verify', 'voted', '--vkey', VKEY);
    expect(printed).toContain(
      [
        'Votes',
        '  Vote B-1 on proposal P-101, version 2, by name: 3 seats were entitled to vote, 3 votes were cast.',
        '    Counted again from the log: 1 yes, 1 no, 1 abstention.',
        '    - public bodies: 1 yes, 0 no, 0 abstentions',
        '    - third sector: 0 yes, 1 no, 1 abstention',
        '    Every vote comes from somebody on the roll, and the published result agrees with this count.',
      ].join('\n'),
    );
    expect(printed).not.toMatch(/[{}]/u);
    expect(code).toBe(0);
  });

  it('says beside the vote that its published result is wrong', () => {
    const { code, printed } = tavolo('verify', 'miscounted', '--vkey', VKEY);
    expect(printed).toContain('    Something about this vote is wrong: see the faults below.');
    expect(printed).toContain('First fault: entries.jsonl, entry 6 (line 7): the result says');
    expect(code).toBe(1);
  });

  it('does not call a vote counted that is still open', () => {
    const { code, printed } = tavolo('verify', 'open', '--vkey', VKEY);
    expect(printed).toContain('3 seats were entitled to vote. It is still open, so it cannot be counted.');
    expect(code).toBe(0);
  });

  it('says in JSON too that something is no bundle', () => {
    const { code, printed } = tavolo('verify', 'not.zip', '--json');
    expect(JSON.parse(printed)).toMatchObject({ verdict: 2, first: { kind: 'malformed', file: 'not.zip' } });
    expect(code).toBe(2);
  });

  it('gives the whole report as JSON', () => {
    const { code, printed } = tavolo('verify', 'good', '--vkey', VKEY, '--json');
    expect(JSON.parse(printed)).toMatchObject({ verdict: 0, size: 6, signedBy: [VKEY], findings: [] });
    expect(code).toBe(0);
  });
});

describe('tavolo', () => {
  test.each([
    [['verfy'], 'There is no command "verfy". The commands are: verify, decide, receipt, hash, conformance.'],
    [['verify'], 'verify needs exactly one BUNDLE. For example: tavolo verify T-FAM-log.zip --vkey KEY'],
    [['verify', 'a', 'b'], 'verify needs exactly one BUNDLE.'],
    [['verify', 'nowhere'], 'nowhere does not exist. Please check the name'],
    [['verify', 'good', '--key', 'x'], "Unknown option '--key'. The options are: --vkey VALUE"],
    [['verify', 'good', '--vkey'], "Option '--vkey <value>' argument missing. The options are: --vkey VALUE"],
    [['verify', 'good', '--vkey', 'x'], 'The key given with --vkey cannot be used: "x" is not a vkey'],
    [
      ['verify', 'good', '--policy', 'head-4.txt'],
      'head-4.txt cannot be used with --policy: the policy has an unknown line',
    ],
    [['verify', 'good', '--previous', 'policy.txt'], 'A file given with --previous cannot be used'],
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
