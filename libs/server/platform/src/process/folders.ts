import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder, with its parents, that other users can pass through but not list. Existing folders stay as they are. */
export function makeFolder(folder: string, mode = 0o711): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent, mode);
  mkdirSync(folder);
  // The umask may have taken away what was asked for.
  chmodSync(folder, mode);
}
