import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The 32 secret bytes kept in a file (base64, readable by its owner only), made when there is none. Throws when the file
 * holds anything else: going on with a new secret would silently lose what the old one protects.
 */
export async function secretInFile(path: string): Promise<Buffer> {
  let text = await contentOf(path);
  if (text === null) {
    text = `${randomBytes(32).toString('base64')}\n`;
    await writeDurably(path, text);
  }
  const secret = Buffer.from(text.trim(), 'base64');
  if (secret.length !== 32) throw new Error(`${path} does not hold a secret of 32 bytes`);
  return secret;
}

/** The text of a file; `null` when there is none. */
export async function contentOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Replaces a file as a whole: after a crash it holds the old content or the new, on disk. Readable by its owner only. */
export async function writeDurably(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = `${path}.new`;
  const file = await open(fresh, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(fresh, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
