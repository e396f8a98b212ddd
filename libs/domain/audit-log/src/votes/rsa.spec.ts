import { constants, generateKeyPairSync, publicEncrypt, sign } from 'node:crypto';
import { utf8 } from '../encoding/bytes.js';
import { oaepOpener, verifyPss } from './rsa.js';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = privateKey.export({ format: 'jwk' });
const big = (text = '') => BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`);
const key = { n: big(jwk.n), e: big(jwk.e), p: big(jwk.p), q: big(jwk.q) };
const pss = (saltLength: number) => ({ key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });
const oaep = { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };

describe('RSA', () => {
  const message = utf8('message');
  const signature = sign('sha384', message, pss(48));

  it('verifies what the platform signs, and nothing else', () => {
    expect(verifyPss(signature, message, key)).toBe(true);
    expect(verifyPss(signature, utf8('other'), key)).toBe(false);
    expect(verifyPss(signature.subarray(1), message, key)).toBe(false);
    expect(verifyPss(new Uint8Array(256).fill(255), message, key)).toBe(false);
    expect(verifyPss(sign('sha384', message, pss(32)), message, key)).toBe(false);
    expect(verifyPss(sign('sha384', message, privateKey), message, key)).toBe(false);
  });

  it('opens what the platform seals, and nothing else', () => {
    const open = oaepOpener(key);
    for (const text of ['', 'a', 'x'.repeat(190)]) {
      expect(Buffer.from(open(publicEncrypt(oaep, utf8(text)))!).toString()).toBe(text);
    }
    expect(open(new Uint8Array(256))).toBeUndefined();
    expect(open(new Uint8Array(255))).toBeUndefined();
    expect(open(new Uint8Array(256).fill(255))).toBeUndefined();
  });
});
