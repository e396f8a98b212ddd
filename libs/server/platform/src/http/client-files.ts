import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A file of the built client, ready to be sent. */
export interface ClientFile {
  readonly type: string;
  readonly etag: string;
  /** Whether its name changes with its content, so that it may be kept for ever. */
  readonly immutable: boolean;
  readonly plain: Buffer;
  /** Absent for formats that are compressed already. */
  readonly brotli?: Buffer;
  readonly gzip?: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * The built client in memory, compressed once. Only files that were there at the start are served, by their exact path: no
 * path of a request ever reaches the file system.
 */
export class ClientFiles {
  readonly #paths: ReadonlyMap<string, string>;
  readonly #loaded = new Map<string, Promise<ClientFile>>();

  /** `folder` may be missing (the client is not built, or served by Vite): then there are no files. */
  constructor(folder: string | null) {
    this.#paths = new Map(folder === null ? [] : filesBelow(folder));
  }

  /** The file at an absolute path of the site (`/assets/index-a1b2.js`); `undefined` when there is none. */
  file(path: string): Promise<ClientFile> | undefined {
    const onDisk = this.#paths.get(path);
    if (onDisk === undefined) return undefined;
    const known = this.#loaded.get(path) ?? load(path, onDisk);
    this.#loaded.set(path, known);
    return known;
  }
}

function filesBelow(folder: string): (readonly [string, string])[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [`/${relative(folder, path).split(sep).join('/')}`, path] as const;
    });
}

async function load(path: string, onDisk: string): Promise<ClientFile> {
  const plain = await readFile(onDisk);
  const type = types[extname(path)] ?? 'application/octet-stream';
  const file = {
    type,
    plain,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    immutable: path.startsWith('/assets/') && /-[A-Za-z0-9_-]{8,}\.\w+$/.test(path),
  };
  if (!/charset|wasm/.test(type) || plain.length < 1024) return file;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  return { ...file, brotli: await brotli(plain, quality), gzip: await gzipped(plain, { level: 9 }) };
}
