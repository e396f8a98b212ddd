import { entryLeaf } from '../entry/entry.js';
import { nextInStream } from '../entry/stream-heads.js';
import { leafHash } from '../merkle/hashing.js';
import { KEYS, NAMES, ORIGIN, chain, headOf, sampleBundle, sampleDrafts } from '../testing/sample-log.js';
import { unzipBundle, zipBundle } from './bundle-files.js';
import { verifyBundle } from './verify-bundle.js';
import { writeBundle } from './write-bundle.js';

const pinned = { vkeys: [KEYS.first.key.vkey] };
const leaves = chain(sampleDrafts());

describe('a bundle', () => {
  it('is verified with the key that the log began with, following the change of keys', () => {
    const report = verifyBundle(sampleBundle(), pinned);
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ verdict: 0, log: ORIGIN, size: 16, signedBy: [KEYS.second.key.vkey], warnings: [] });
    expect(report.checked).toEqual([
      '16 entries in 7 streams',
      '3 checkpoints',
      'the quorum of witnesses',
      '4 proofs',
      '2 tiles',
      '2 disclosures',
      'the open vote v_1, recounted',
    ]);
    expect(report.notChecked).toEqual(['1 disclosure is withheld or erased']);
    expect(report.witnesses).toEqual([{ name: 'witness.example/w1', time: 1_767_225_600, pinned: false }]);
    expect(report.votes).toEqual([
      {
        vote: 'v_1',
        ballot: 'open',
        eligible: 3,
        closed: true,
        recount: { counts: { yes: 1, no: 0 }, blank: 1, invalid: 0, ballots: 2 },
      },
    ]);
  });

  it('is only consistent when nobody pinned a key', () => {
    expect(verifyBundle(sampleBundle(), {}).verdict).toBe(3);
  });

  it('is verified with a policy from outside, which pins log and witness', () => {
    const policy = `log ${KEYS.first.key.vkey}\nwitness W ${KEYS.witness.key.vkey}\nquorum W\n`;
    const report = verifyBundle(sampleBundle(), { policy });
    expect([report.verdict, report.witnesses[0]?.pinned]).toEqual([0, true]);
    const other = policy.replace(KEYS.witness.key.vkey, KEYS.witness.key.vkey.replace(/^[^+]+/, 'x'));
    expect(() => verifyBundle(sampleBundle(), { policy: other })).toThrow('states the id');
  });

  it('is verified by who pinned the newer key, with a word about the older heads', () => {
    const report = verifyBundle(sampleBundle(), { vkeys: [KEYS.second.key.vkey] });
    expect(report.verdict).toBe(0);
    expect(report.warnings).toEqual([expect.stringContaining('checkpoints/5.txt is signed only by')]);
  });

  it('stays verified when a name is erased', () => {
    const report = verifyBundle(sampleBundle(leaves, { disclosures: [] }), pinned);
    expect([report.verdict, report.notChecked]).toEqual([0, ['3 disclosures are withheld or erased']]);
  });

  it('continues every head that somebody remembers, signed or as three lines', () => {
    const note = headOf(leaves, [KEYS.first], 9);
    const lines = note.slice(0, note.indexOf('\n\n'));
    const previous = [
      { name: 'mail', text: note },
      { name: 'notebook', text: lines },
    ];
    const report = verifyBundle(sampleBundle(), { ...pinned, previous });
    expect([report.verdict, report.warnings]).toEqual([0, []]);
    expect(report.checked).toContain('2 earlier heads given by the caller');
  });

  it('may lie in an enclosing folder, in a zip, or be empty', () => {
    const files = sampleBundle();
    const enclosed = new Map([...files].map(([path, content]) => [`export-2026/${path}`, content]));
    expect(verifyBundle(enclosed, pinned).verdict).toBe(0);
    const beside = verifyBundle(new Map([...enclosed, ['__MACOSX/vkey.txt', new Uint8Array()]]), pinned);
    expect([beside.verdict, beside.warnings]).toEqual([0, ['unknown file, not read: ../__MACOSX/vkey.txt']]);
    expect(verifyBundle(unzipBundle(zipBundle(files)), pinned).verdict).toBe(0);
    const empty = writeBundle({ leaves: [], checkpoint: headOf([], [KEYS.first]), vkeys: [KEYS.first.key.vkey] });
    expect(verifyBundle(empty, pinned).verdict).toBe(0);
  });

  it('may hold its entries as tiles alone', () => {
    const files = new Map(sampleBundle());
    files.delete('entries.jsonl');
    expect(verifyBundle(files, pinned).verdict).toBe(0);
  });

  it('of any leaves is verified in the raw profile, and not as entries', () => {
    const raw = ['one', 'two', ''].map((text) => new TextEncoder().encode(text));
    const files = writeBundle({ leaves: raw, checkpoint: headOf(raw, [KEYS.first]), vkeys: [], tiles: true });
    const unlined = new Map([...files].filter(([path]) => path !== 'entries.jsonl' && path !== 'vkey.txt'));
    expect(verifyBundle(unlined, { ...pinned, profile: 'raw' }).verdict).toBe(0);
    expect(verifyBundle(files, { ...pinned, profile: 'entries' }).first).toMatchObject({ entry: 0 });
  });

  it('is read in a time that grows with its leaves, not with their square', () => {
    const drafts = sampleDrafts();
    drafts[4]!.data = { title: `@${'a'.repeat(60_000)}` };
    const files = sampleBundle(chain(drafts));
    const began = performance.now();
    expect(verifyBundle(files, pinned)).toMatchObject({ verdict: 0, warnings: [] });
    expect(performance.now() - began).toBeLessThan(4000);
  });

  it('is warned about when it holds unknown files, later heads or personal data', () => {
    const drafts = sampleDrafts();
    drafts[4]!.data = { title: 'write to ada@example.org', from: '192.0.2.17' };
    const files = new Map(sampleBundle(chain(drafts)));
    files.set('notes.txt', new Uint8Array());
    const more = chain([...drafts, ...drafts.slice(15)]);
    files.set('checkpoints/later.txt', Buffer.from(headOf(more, [KEYS.second])));
    const report = verifyBundle(files, pinned);
    expect(report.verdict).toBe(0);
    expect(report.warnings).toEqual([
      'entry 4 seems to hold an e-mail address',
      'entry 4 seems to hold an IPv4 address',
      expect.stringContaining('checkpoints/later.txt is a later head (size 17)'),
      'unknown file, not read: notes.txt',
    ]);
  });

  it('with votes that break the vote profile is accepted when only entries are asked for', () => {
    const drafts = sampleDrafts();
    drafts[13]!.data = { vote: 'v_1', counts: { yes: 3, no: 0 }, blank: 0, invalid: 0, ballots: 3 };
    const files = sampleBundle(chain(drafts));
    expect(verifyBundle(files, { ...pinned, profile: 'entries' }).verdict).toBe(0);
    expect(verifyBundle(files, pinned).verdict).toBe(1);
  });

  it('is not written with a head of other leaves', () => {
    const head = headOf(leaves, [KEYS.first]);
    const content = { leaves: leaves.slice(1), checkpoint: head, vkeys: [] };
    expect(() => writeBundle(content)).toThrow('is about 16 entries');
    expect(() => writeBundle({ ...content, leaves: leaves.toReversed() })).toThrow('not one of these leaves');
  });

  it('of a log that took twenty thousand acts is verified within seconds', () => {
    const common = { log: ORIGIN, at: '2026-03-01T18:00:00.000Z', actor: 'm_1', act: 'proposal.edited', data: {} };
    const heads = new Map<string, { sv: number; leafHash: Uint8Array }>();
    const many = Array.from({ length: 20_000 }, (_, index) => {
      const stream = `proposal:${index % 1_000}`;
      const next = nextInStream(heads.get(stream));
      const leaf = entryLeaf({ ...common, id: String(index), stream, ...next });
      heads.set(stream, { sv: next.sv, leafHash: leafHash(leaf) });
      return leaf;
    });
    const files = writeBundle({ leaves: many, checkpoint: headOf(many, [KEYS.first]), vkeys: [KEYS.first.key.vkey] });
    const started = performance.now();
    expect(verifyBundle(files, pinned).verdict).toBe(0);
    // A hundred thousand entries must stay well under 17 seconds, on slow machines too.
    expect(performance.now() - started).toBeLessThan(6_000);
  }, 60_000);
});

describe('a zip', () => {
  it('is refused when it cannot be read, or holds unsafe names', () => {
    expect(() => unzipBundle(new Uint8Array(30))).toThrow('the zip cannot be read');
    for (const name of ['../checkpoint.txt', 'a/../b', '/etc/x', 'a\\b']) {
      expect(() => unzipBundle(zipBundle(new Map([[name, new Uint8Array(1)]])))).toThrow('unsafe name');
    }
  });

  it('is the same for the same files', () => {
    expect(zipBundle(sampleBundle())).toEqual(zipBundle(sampleBundle()));
    expect(NAMES).toHaveLength(3);
  });
});
