import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The 32 secret bytes kept in a file (base64, mode 0600), made when there is none. Throws when the file holds anything else:
 * going on with a new secret would silently lose what the old one protects.
 */
export function secretInFile(path: string): Buffer {
  if (!existsSync(path)) writeDurably(path, `${randomBytes(32).toString('base64')}\n`);
  const secret = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (secret.length !== 32) throw new Error(`${path} does not hold a secret of 32 bytes`);
  return secret;
}

/** Replaces a file as a whole: after a crash it holds the old content or the new, on disk. Readable by its owner only. */
export function writeDurably(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = `${path}.new`;
  const file = openSync(fresh, 'w', 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(fresh, path);
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
