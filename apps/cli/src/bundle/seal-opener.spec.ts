import { constants, generateKeyPairSync, publicEncrypt } from 'node:crypto';
import { oaepOpener } from '@tavolo/audit-log';
import { nativeSealOpener } from './seal-opener.js';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = privateKey.export({ format: 'jwk' });
const big = (text = '') => BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`);
const seal = { n: big(jwk.n), e: big(jwk.e), p: big(jwk.p), q: big(jwk.q) };
const sealed = (text: string, oaepHash = 'sha256') =>
  publicEncrypt({ key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, Buffer.from(text));

describe('the opener of the platform', () => {
  it('opens what the portable one opens, and refuses what it refuses', () => {
    const [native, portable] = [nativeSealOpener(seal), oaepOpener(seal)];
    const messages = [
      sealed(''),
      sealed('a choice'),
      sealed('x', 'sha1'),
      Buffer.alloc(256),
      Buffer.alloc(256, 255),
      Buffer.alloc(3),
    ];
    for (const message of messages) {
      const opened = native(message);
      expect(opened && Buffer.from(opened)).toEqual(optionalBuffer(portable(message)));
    }
    expect(Buffer.from(native(sealed('a choice'))!).toString()).toBe('a choice');
  });

  it('opens nothing with a key that is none', () => {
    expect(nativeSealOpener({ n: 15n, e: 3n, p: 3n, q: 5n })(Buffer.of(2))).toBeUndefined();
  });
});

const optionalBuffer = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes);
