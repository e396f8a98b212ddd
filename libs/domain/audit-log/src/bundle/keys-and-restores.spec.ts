import { emptyRoot, leafHash } from '../merkle/hashing.js';
import { MerkleTree } from '../merkle/merkle-tree.js';
import { restoreData, type Restore } from '../entry/restore.js';
import { noteSigner, type NoteSigner } from '../note/note-signer.js';
import { ORIGIN, chain, headOf, type Draft } from '../testing/sample-log.js';
import { verifyBundle } from './verify-bundle.js';
import { writeBundle, type BundleContent } from './write-bundle.js';

const signer = (fill: number, name = ORIGIN) => noteSigner(name, new Uint8Array(32).fill(fill));
const [first, second, third] = [signer(31), signer(32), signer(33)];
const key = (change: 'added' | 'retired', { key: { vkey } }: NoteSigner): Draft => ({
  act: `log.key.${change}`,
  stream: 'log:keys',
  data: { vkey },
});
const step = (name: string): Draft => ({ act: 'proposal.changed', stream: `proposal:${name}`, data: {} });
const reasons = (report: ReturnType<typeof verifyBundle>) => report.findings.map(({ reason }) => reason).join('\n');

describe('a log whose keys have changed twice', () => {
  const drafts = [
    step('a'),
    key('added', second),
    step('b'),
    key('retired', first),
    step('c'),
    key('added', third),
    step('d'),
    key('retired', second),
    step('e'),
  ];
  const leaves = chain(drafts);
  const bundle = (change: Partial<BundleContent> = {}) =>
    writeBundle({
      leaves,
      checkpoint: headOf(leaves, [third]),
      vkeys: [first, second, third].map(({ key: { vkey } }) => vkey),
      checkpoints: [
        headOf(leaves, [first], 1),
        headOf(leaves, [first, second], 2),
        headOf(leaves, [second], 5),
        headOf(leaves, [second, third], 6),
      ],
      ...change,
    });

  it('verifies for who pinned the first key: the log leads to the others', () => {
    expect(verifyBundle(bundle(), { vkeys: [first.key.vkey] })).toMatchObject({
      verdict: 0,
      findings: [],
      warnings: [],
    });
  });

  it('verifies for who pinned the present key, and says which heads rest on keys that she did not pin', () => {
    const report = verifyBundle(bundle(), { vkeys: [third.key.vkey] });
    expect(report).toMatchObject({ verdict: 0, findings: [] });
    expect(report.warnings.join('\n')).toContain(`signed only by ${second.key.vkey}`);
  });

  it('is wrong when a retired key signs a larger size, whichever key was pinned', () => {
    const files = bundle({ checkpoints: [headOf(leaves, [first], 1), headOf(leaves, [first], 5)] });
    for (const pinned of [first, third]) {
      const report = verifyBundle(files, { vkeys: [pinned.key.vkey] });
      expect([report.verdict, reasons(report)]).toEqual([1, expect.stringContaining('no key trusted for size 5')]);
    }
  });

  it('is wrong when a key signs before the log added it, whichever key was pinned', () => {
    const files = bundle({ checkpoints: [headOf(leaves, [second], 1)] });
    for (const pinned of [first, third]) {
      expect(verifyBundle(files, { vkeys: [pinned.key.vkey] }).verdict).toBe(1);
    }
  });
});

describe('a log that goes on from a restored backup', () => {
  const operator = signer(41, 'table.example/operator');
  const before = chain(['a', 'b', 'c', 'd', 'e'].map(step));
  const headAt = (leaves: readonly Uint8Array[], size: number) => ({
    size,
    root: new MerkleTree(leaves.map(leafHash)).root(size),
  });
  const restore: Restore = { origin: ORIGIN, lost: headAt(before, 5), kept: headAt(before, 3) };
  const restored = (data = restoreData(restore, operator)) =>
    chain([
      ...['a', 'b', 'c'].map(step),
      { act: 'restore.performed', stream: 'log:restores', data },
      step('f'),
      step('g'),
    ]);
  const exported = (leaves: readonly Uint8Array[]) =>
    writeBundle({
      leaves,
      checkpoint: headOf(leaves, [first]),
      vkeys: [first.key.vkey],
      checkpoints: [headOf(leaves, [first], 3)],
    });
  const verify = (leaves: readonly Uint8Array[], previous: readonly string[] = []) =>
    verifyBundle(exported(leaves), {
      vkeys: [first.key.vkey],
      previous: previous.map((text, number) => ({ name: `kept-${number}.txt`, text })),
    });

  it('verifies as a continuation, and the restore shows', () => {
    const report = verify(restored());
    expect(report).toMatchObject({ verdict: 0, findings: [] });
    expect(report.warnings).toEqual([
      'entry 3: a backup was restored; the log had 5 signed entries and goes on from the head of 3',
    ]);
  });

  it('does not continue a head that was lost, and says why', () => {
    for (const size of [4, 5]) {
      const report = verify(restored(), [headOf(before, [first], size)]);
      expect(report.verdict).toBe(1);
      expect(reasons(report)).toContain('entry 3 says that it was lost when a backup was restored');
    }
  });

  it('still continues every head up to the one that it kept', () => {
    for (const size of [1, 3]) expect(verify(restored(), [headOf(before, [first], size)]).verdict).toBe(0);
  });

  it('may go on from nothing, when the backup held no signed head', () => {
    const nothing = { ...restore, kept: { size: 0, root: emptyRoot() } };
    expect(verify(restored(restoreData(nothing, operator))).verdict).toBe(0);
  });

  it.each([
    ['goes on from a head that the log never had', { kept: { size: 3, root: new Uint8Array(32) } }],
    ['goes on from a head that is larger than what comes before it', { kept: { ...headAt(before, 5), size: 6 } }],
  ] as const)('is wrong when it %s', (_, change) => {
    expect(reasons(verify(restored(restoreData({ ...restore, ...change }, operator))))).toContain(
      'not one of this log',
    );
  });

  it('is wrong when the operator signed another restore, or somebody else signed', () => {
    const other = restoreData({ ...restore, lost: headAt(before, 4) }, operator);
    const data = restoreData(restore, operator);
    expect(reasons(verify(restored({ ...data, statement: other.statement ?? null })))).toContain('another restore');
    const stranger = restoreData(restore, signer(42, 'table.example/operator')).statement ?? null;
    expect(reasons(verify(restored({ ...data, statement: stranger })))).toContain('no known key');
  });
});
