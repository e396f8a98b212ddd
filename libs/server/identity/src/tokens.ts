import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits, safe in a cookie and in a link. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a secret of full entropy: its SHA-256. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest();

/** A new random pseudonym, for use in one log only. */
export const newPseudonym = (): string => `m_${randomBytes(16).toString('base64url')}`;
