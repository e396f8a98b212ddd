import { type Dirent, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { AuditLogError, unzipBundle, type BundleFiles } from '@tavolo/audit-log';
import { UsageError } from '../command.js';

/** The files of a bundle that is a folder or a zip. A zip that cannot be read is an `AuditLogError` (malformed). */
export function readBundle(path: string, folder: string): BundleFiles {
  const full = resolve(folder, path);
  return kindOf(full, path) === 'folder' ? readFolder(full) : unzipBundle(readFileSync(full));
}

/** The text of a file that the user named. */
export function readText(path: string, folder: string): string {
  const full = resolve(folder, path);
  if (kindOf(full, path) === 'folder') throw new UsageError(`${path} is a folder; a file is needed here.`);
  return readFileSync(full, 'utf8');
}

/** Whether a path is a folder or a file; a `UsageError` when there is nothing. */
export function kindOf(full: string, shown: string): 'folder' | 'file' {
  const stats = statSync(full, { throwIfNoEntry: false });
  if (!stats)
    throw new UsageError(`${shown} does not exist. Please check the name, and the folder you are in: ${dirname(full)}`);
  return stats.isDirectory() ? 'folder' : 'file';
}

function readFolder(root: string): BundleFiles {
  const isFile = (entry: Dirent) => entry.isFile();
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(isFile)
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path)]));
}

/** The sentence of a refusal by the library; anything else is thrown on. */
export function refusal(error: unknown): string {
  if (error instanceof AuditLogError) return error.message;
  throw error;
}
