import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

/** No letters that are read for one another. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new code of 16 characters (78 bits), in groups that can be read aloud. */
export function newSetUpCode(): string {
  const characters = Array.from({ length: 16 }, () => alphabet.charAt(randomInt(alphabet.length)));
  return [0, 4, 8, 12].map((start) => characters.slice(start, start + 4).join('')).join('-');
}

/** What the database keeps of a code. Case, spaces and dashes do not matter. */
export function setUpCodeHash(code: string): Buffer {
  return createHash('sha256').update(code.toUpperCase().replace(/[\s-]/g, ''), 'utf8').digest();
}

/** Whether `code` is the one with that hash, in a time that tells nothing. */
export const isSetUpCode = (code: string, hash: Buffer): boolean => timingSafeEqual(setUpCodeHash(code), hash);
