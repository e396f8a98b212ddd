import { sha256 } from '@noble/hashes/sha2.js';

/** Base64 SHA-256 of words in UTF-8, the same as the server's. */
export const hashOf = (input: string): string => btoa(String.fromCharCode(...sha256(new TextEncoder().encode(input))));
