import fc from 'fast-check';
import { base64, base64url, fromBase64, fromBase64url } from './base64.js';

describe('base64', () => {
  it('writes the examples of RFC 4648 section 10', () => {
    const written = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base64(Buffer.from(text)));
    expect(written).toEqual(['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy']);
  });

  it('gives back every list of bytes, and agrees with the platform', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64(base64(bytes))).toEqual(bytes);
        expect(fromBase64url(base64url(bytes))).toEqual(bytes);
      }),
    );
  });

  test.each(['Zg', 'Zg=', 'Zg===', 'Zh==', 'Z', 'Zm9v\n', 'Zm-v', ' Zm9v', 'Zm9v====', '=', 'Zé=='])(
    'refuses the other spelling %j',
    (text) => {
      expect(() => fromBase64(text, 'the root')).toThrow('the root is not base64');
    },
  );

  test.each(['Zg==', 'Zh', 'Z', 'Zm+v', 'Zm 9'])('refuses %j as base64url', (text) => {
    expect(() => fromBase64url(text)).toThrow('is not base64url');
  });
});
