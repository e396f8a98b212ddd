import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { gunzipSync, strFromU8 } from 'fflate';
import { kindOf } from '../bundle/bundle-source.js';

/** A vector file as read: its JSON object and where it lies. */
export interface VectorFile {
  readonly path: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Every `*.json` and `*.json.gz` below the given folders, in the order of their paths. */
export function vectorPaths(folders: readonly string[], start: string): string[] {
  return folders.flatMap((shown) => {
    const folder = resolve(start, shown);
    if (kindOf(folder, shown) === 'file') return [folder];
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile() && /\.json(\.gz)?$/.test(item.name))
      .map((item) => join(item.parentPath, item.name))
      .toSorted();
  });
}

/** Reads one vector file; an `Error` says why it cannot be read. */
export function readVectorFile(path: string): VectorFile {
  const bytes = readFileSync(path);
  const value: unknown = JSON.parse(strFromU8(path.endsWith('.gz') ? gunzipSync(bytes) : bytes));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not a JSON object');
  return { path, content: value as Readonly<Record<string, unknown>> };
}

/** The name of a vector file without its endings. */
export const vectorName = (path: string): string => basename(path).replace(/\.json(\.gz)?$/, '');
