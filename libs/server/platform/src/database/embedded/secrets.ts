import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../process/folders.js';

/** 192 random bits that need no escaping in a connection URL. */
export function randomPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** The folder of this installation's keys and passwords: mode 700, files 600. */
export function keysFolder(dataFolder: string): string {
  const folder = join(dataFolder, 'keys');
  makeFolder(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}

/** Reads a file of the keys folder; null when there is none. */
export function readSecret(folder: string, name: string): unknown {
  const file = join(folder, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** Writes a file of the keys folder whole or not at all. */
export function writeSecret(folder: string, name: string, value: unknown): void {
  const draft = join(folder, `.${name}.new`);
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, join(folder, name));
}
