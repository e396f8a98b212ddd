import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes a folder, with its parents, that other users can pass through but not list. Existing folders stay as they are. */
export function makeFolder(folder: string, mode = 0o711): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent, mode);
  mkdirSync(folder);
  // The umask may have taken away what was asked for.
  chmodSync(folder, mode);
}

const trialBytes = 65_536;

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'its disk can only be read',
  ENOSPC: 'its disk is full',
  EDQUOT: 'this user has no space left on its disk',
  ENOTDIR: 'something on the way to it is a file',
};

/**
 * Makes the data folder where it is missing, and tries whether something can be kept in it; leaves nothing behind but the folder.
 * @throws Error saying why nothing can be written there, and what to do.
 */
export function requireWritable(dataFolder: string): void {
  let trial: string | null = null;
  try {
    makeFolder(dataFolder);
    trial = mkdtempSync(join(dataFolder, '.trial-'));
    writeFileSync(join(trial, 'file'), Buffer.alloc(trialBytes));
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Error(
      `The data folder ${dataFolder} cannot be used: ${reasons[code] ?? message}. Make it writable or make room, or set TAVOLO_DATA to another folder.`,
    );
  } finally {
    if (trial !== null) rmSync(trial, { recursive: true, force: true });
  }
}
