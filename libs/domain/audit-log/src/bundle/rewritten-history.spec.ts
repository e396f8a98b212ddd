import { utf8 } from '../encoding/bytes.js';
import { signCheckpoint } from '../note/checkpoint.js';
import { addSignature, noteSigner, signNote } from '../note/note-signer.js';
import { KEYS, ORIGIN, chain, headOf, sampleBundle, sampleDrafts } from '../testing/sample-log.js';
import { verifyBundle, type VerifyOptions } from './verify-bundle.js';

const pinned: VerifyOptions = { vkeys: [KEYS.first.key.vkey] };
const honest = chain(sampleDrafts());
const both = [KEYS.first, KEYS.second];
type Files = Map<string, Uint8Array>;

/** A bundle whose files were changed after the export. */
function damaged(change: (files: Files) => void) {
  const files: Files = new Map(sampleBundle());
  change(files);
  return files;
}

const withFile = (path: string, content: string) => damaged((files) => files.set(path, utf8(content)));
const vkeyOf = (name: string) => noteSigner(name, new Uint8Array(32).fill(21)).key.vkey;

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
    [
      'is signed by a stranger whose key the bundle names',
      sampleBundle(honest, {
        checkpoint: addSignature(headOf(honest, [KEYS.stranger]), KEYS.witness),
        checkpoints: [],
        vkeys: [KEYS.stranger.key.vkey],
      }),
      pinned,
      'no key trusted for size 16',
    ],
    [
      'is signed by a key whose addition no trusted key covers',
      signedBy([KEYS.second]),
      pinned,
      'no key trusted for size 16',
    ],
    [
      'has an early head signed by a key added later',
      signedBy(both, [headOf(honest, [KEYS.second], 5)]),
      pinned,
      'no key trusted for size 5',
    ],
    [
      'has an earlier head of other entries',
      damaged((files) => files.set('checkpoints/7.txt', utf8(headOf(forged, [KEYS.first], 7)))),
      pinned,
      'not the root of the first 7 entries',
    ],
    [
      'has an earlier head of another log',
      withFile(
        'checkpoints/7.txt',
        signCheckpoint({ origin: 'other.example/log', size: 7, root: new Uint8Array(32) }, [KEYS.first]),
      ),
      pinned,
      'a head of the log other.example/log',
    ],
    [
      'has a good and a false signature on its head',
      damaged((files) =>
        files.set(
          'checkpoint.txt',
          utf8(
            addSignature(headOf(honest, [KEYS.second]), {
              key: KEYS.first.key,
              sign: () => KEYS.first.sign('other\n'),
            }),
          ),
        ),
      ),
      pinned,
      'is false',
    ],
    [
      'has a false cosignature on its head',
      damaged((files) =>
        files.set(
          'checkpoint.txt',
          utf8(
            addSignature(headOf(honest, [KEYS.second]), {
              key: KEYS.witness.key,
              sign: () => KEYS.witness.sign('other\n'),
            }),
          ),
        ),
      ),
      pinned,
      'witness.example/w1',
    ],
    ['is still signed by a retired key', retired(), pinned, 'no key trusted for size 18'],
    [
      'belongs to another log than the pinned key',
      sampleBundle(),
      { vkeys: [vkeyOf('other.example/log')] },
      'the keys are for other.example/log',
    ],
    [
      'does not continue a head that somebody kept',
      sampleBundle(forged),
      previous(headOf(honest, [KEYS.first], 9)),
      'not the root of the first 9 entries',
    ],
    [
      'is shorter than a head that somebody kept',
      sampleBundle(honest.slice(0, 15), { checkpoint: addSignature(headOf(honest.slice(0, 15), both), KEYS.witness) }),
      previous(headOf(honest, both)),
      'had 16 entries then, and has 15 now',
    ],
    [
      'has a head that lacks the quorum of the given policy',
      sampleBundle(honest, { checkpoint: headOf(honest, [KEYS.second]), policy: 'quorum none\n' }),
      { policy: `log ${KEYS.first.key.vkey}\nwitness W ${KEYS.witness.key.vkey}\nquorum W\n` },
      'quorum of the given policy',
    ],
    [
      'has no signature at all in a raw head',
      damaged((files) =>
        files.set(
          'checkpoint.txt',
          utf8(signNote(`${ORIGIN}\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`, [KEYS.stranger])),
        ),
      ),
      pinned,
      'it holds 16 entries',
    ],
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
