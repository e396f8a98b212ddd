import { base64 } from '../encoding/base64.js';
import { utf8 } from '../encoding/bytes.js';
import { leafHash } from '../merkle/hashing.js';
import { checkpointText, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.js';
import { ed25519PublicKey, signEd25519, verifyEd25519 } from './ed25519.js';
import { addSignature, cosigner, noteSigner, signNote } from './note-signer.js';
import { parseAddCheckpoint, parseTlogProof, writeAddCheckpoint, writeTlogProof } from './proof-file.js';
import { knownSignatures, parseNote, verifyNote } from './signed-note.js';
import { parseVerifierKey, parseVerifierKeys, verifierKey } from './verifier-key.js';

const seed = (byte: number) => new Uint8Array(32).fill(byte);
const fromHex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const log = noteSigner('table.example/log/t_1', seed(1));
const other = noteSigner('table.example/log/t_1', seed(2));
const witness = cosigner('witness.example/w', seed(3), 1_767_225_600);
const head = { origin: 'table.example/log/t_1', size: 7, root: leafHash(utf8('x')) };

describe('Ed25519', () => {
  it('gives the signature of RFC 8032 section 7.1, TEST SHA(abc)', () => {
    const secret = fromHex('833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42');
    const message = fromHex(
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    );
    const signature = signEd25519(message, secret);
    expect(Buffer.from(signature).toString('hex')).toBe(
      'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704',
    );
    expect(verifyEd25519(signature, message, ed25519PublicKey(secret))).toBe(true);
  });

  it('refuses keys and signatures of a wrong length, and a key of small order', () => {
    const signature = signEd25519(utf8('x'), seed(1));
    expect(verifyEd25519(signature.subarray(1), utf8('x'), ed25519PublicKey(seed(1)))).toBe(false);
    expect(verifyEd25519(signature, utf8('x'), seed(1).subarray(1))).toBe(false);
    const identity = Uint8Array.of(1, ...new Uint8Array(31));
    expect(verifyEd25519(Uint8Array.of(...identity, ...new Uint8Array(32)), utf8('x'), identity)).toBe(false);
    expect(() => signEd25519(utf8('x'), new Uint8Array(31))).toThrow('32 bytes');
  });
});

describe('a verifier key', () => {
  it('is read back from its text, with comments and empty lines between keys', () => {
    expect(parseVerifierKey(log.key.vkey)).toEqual(log.key);
    expect(parseVerifierKeys(`# the log\n${log.key.vkey}\n\n${witness.key.vkey}\n`)).toEqual([log.key, witness.key]);
  });

  test.each([
    ['a wrong id', log.key.vkey.replace(log.key.id, '00000000'), 'states the id 00000000'],
    ['an upper-case id', log.key.vkey.replace(log.key.id, 'ABCDEF01'), 'is not a vkey'],
    ['an unknown type', `x+00000000+${base64(Uint8Array.of(9, ...seed(1)))}`, 'unknown signature type 9'],
    ['a short key', `x+00000000+${base64(Uint8Array.of(1, 2, 3))}`, '32 bytes'],
    ['an empty key', 'x+00000000+', 'is not a vkey'],
    ['a space in the name', log.key.vkey.replace('table', 'ta ble'), 'not a key name'],
  ])('with %s is refused', (_, vkey, reason) => {
    expect(() => parseVerifierKey(vkey)).toThrow(reason);
  });
});

describe('a signed note', () => {
  const note = signNote('Good evening.\n\nSecond part.\n', [log, other]);

  it('is verified by each key that signed it, also when its text has blank lines', () => {
    expect(parseNote(note).text).toBe('Good evening.\n\nSecond part.\n');
    expect(verifyNote(parseNote(note), [log.key, other.key]).map(({ key }) => key)).toEqual([log.key, other.key]);
    expect(verifyNote(parseNote(note), [other.key]).map(({ key }) => key)).toEqual([other.key]);
  });

  it('is refused by who knows none of its keys, and by who knows a key whose signature is false', () => {
    expect(() => verifyNote(parseNote(note), [witness.key])).toThrow('no known key has signed');
    const spoiled = parseNote(note.replace('Good', 'Bad'));
    expect(() => verifyNote(spoiled, [other.key])).toThrow(`(key ${other.key.id}) is false`);
    expect(knownSignatures(spoiled, [witness.key])).toEqual([]);
  });

  test.each([
    ['a control character', note.replace('evening', 'even\ting'), 'control character'],
    ['no blank line', note.replaceAll('\n\n', '\n'), 'no blank line'],
    ['no final newline', note.slice(0, -1), 'does not end in a newline'],
    ['no signature', 'text\n\n', 'no signature'],
    ['a hyphen for the dash', note.replaceAll('\u2014', '-'), 'not a signature line'],
    ['two spaces', note.replaceAll('\u2014 ', '\u2014  '), 'not a signature line'],
    ['broken base64', note.replace(/=\n$/, '\n'), 'not base64'],
    ['a signature of four bytes', 'text\n\n\u2014 name AAAAAA==\n', 'too short'],
    ['a hundred and one signatures', `text\n\n${log.sign('text\n').repeat(101)}`, 'over 100 signatures'],
    ['a lone surrogate', note.replace('Good', '\ud800'), 'lone surrogate'],
  ])('with %s is refused', (_, text, reason) => {
    expect(() => parseNote(text)).toThrow(reason);
  });

  it('cannot be made without a signer, or from a text without final newline', () => {
    expect(() => signNote('text\n', [])).toThrow('needs a signature');
    expect(() => signNote('text', [log])).toThrow('ends in a newline');
  });
});

describe('a checkpoint', () => {
  const note = signCheckpoint(head, [log]);

  it('carries the head, and can be cosigned by a witness', () => {
    const cosigned = addSignature(note, witness);
    const opened = openCheckpoint(cosigned, [log.key, witness.key]);
    expect({ origin: opened.origin, size: opened.size, root: opened.root }).toEqual(head);
    expect(opened.signatures).toEqual([{ key: log.key }, { key: witness.key, time: 1_767_225_600 }]);
  });

  it('with a cosignature of another time is refused', () => {
    const line = witness.sign(checkpointText(head));
    const encoded = line.split(' ')[2]!;
    const bytes = Buffer.from(encoded, 'base64');
    bytes[11]! ^= 1;
    const changed = note + line.replace(encoded.trim(), bytes.toString('base64'));
    expect(() => openCheckpoint(changed, [log.key, witness.key])).toThrow('witness.example/w');
  });

  test.each([
    ['a leading zero', `o\n07\n${base64(head.root)}\n`, 'not a decimal number'],
    ['a sign', `o\n+7\n${base64(head.root)}\n`, 'not a decimal number'],
    ['a size beyond 2^53', `o\n9999999999999999\n${base64(head.root)}\n`, 'not a decimal number'],
    ['an empty origin', `\n7\n${base64(head.root)}\n`, 'three lines'],
    ['two lines', 'o\n7\n', 'three lines'],
    ['a short root', 'o\n7\nAAAA\n', 'the root has 3 bytes'],
  ])('with %s is refused though signed', (_, text, reason) => {
    expect(() => parseCheckpoint(signNote(text, [log]))).toThrow(reason);
  });

  it('is not made of a head that cannot be', () => {
    expect(() => checkpointText({ ...head, size: -1 })).toThrow('-1 is not a tree size');
    expect(() => checkpointText({ ...head, origin: 'a\nb' })).toThrow('one line');
    expect(() => checkpointText({ ...head, root: seed(1).subarray(1) })).toThrow('32 bytes');
    expect(() => cosigner('w', seed(1), -1)).toThrow('whole seconds');
    expect(() => verifierKey('a b', seed(1))).toThrow('not a key name');
  });
});

describe('proof files', () => {
  const checkpoint = signCheckpoint(head, [log]);
  const proof = [leafHash(utf8('a')), leafHash(utf8('b'))];

  it('are read back as written', () => {
    expect(parseTlogProof(writeTlogProof({ index: 3, proof, checkpoint }))).toEqual({ index: 3, proof, checkpoint });
    const extra = { index: 0, proof: [], checkpoint, extra: utf8('note') };
    expect(parseTlogProof(writeTlogProof(extra))).toEqual(extra);
    expect(parseAddCheckpoint(writeAddCheckpoint({ oldSize: 0, proof: [], checkpoint }))).toEqual({
      oldSize: 0,
      proof: [],
      checkpoint,
    });
  });

  test.each([
    ['another first line', 'c2sp.org/tlog-proof@v2\nindex 0\n\n', 'does not start'],
    ['no index', 'c2sp.org/tlog-proof@v1\n\n', 'no index line'],
    ['a hash that is not base64', 'c2sp.org/tlog-proof@v1\nindex 0\n!\n\n', 'not base64'],
    ['no blank line', 'c2sp.org/tlog-proof@v1\nindex 0\n', 'no blank line'],
  ])('with %s are refused', (_, text, reason) => {
    expect(() => parseTlogProof(text)).toThrow(reason);
  });

  it('for a witness state the old size and at most 63 hashes', () => {
    expect(() => parseAddCheckpoint(`size 3\n\n${checkpoint}`)).toThrow('does not state the old size');
    const long = { oldSize: 1, proof: new Array<Uint8Array>(64).fill(proof[0]!), checkpoint };
    expect(() => parseAddCheckpoint(writeAddCheckpoint(long))).toThrow('more than 63');
  });
});
