import { unzipSync, zipSync } from 'fflate';
import { AuditLogError, malformed } from '../audit-log-error.js';
import { statedSums, zipSum } from './zip-sums.js';

/** The files of a bundle: path inside the bundle, with `/`, to content. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

const MAXIMUM_FILES = 100_000;
const MAXIMUM_TOTAL_LENGTH = 2 ** 30;
const LAYOUT_FOLDERS = ['checkpoints/', 'proofs/', 'tile/'];
const FIRST_ZIP_DAY = '1980-01-01';

/** The files of a zip. Refuses (malformed) unreadable ones, unsafe or repeated names, and over 1 GiB or 100,000 files. */
export function unzipBundle(zip: Uint8Array): BundleFiles {
  const names = new Set<string>();
  let total = 0;
  try {
    const files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (names.has(name)) throw malformed(`the zip holds ${name} twice`);
        names.add(name);
        total += originalSize;
        if (names.size > MAXIMUM_FILES || total > MAXIMUM_TOTAL_LENGTH) throw malformed('the zip is too large');
        return !name.endsWith('/');
      },
    });
    checkSums(zip, files);
    return checkedNames(Object.entries(files));
  } catch (error) {
    if (error instanceof AuditLogError) throw error;
    throw malformed('the zip cannot be read');
  }
}

/** A byte that was changed on the way is found here, also in files that no proof covers. */
function checkSums(zip: Uint8Array, files: Readonly<Record<string, Uint8Array>>): void {
  const sums = statedSums(zip);
  for (const [name, content] of Object.entries(files)) {
    if (sums?.get(name) !== zipSum(content)) throw malformed(`the zip is damaged: ${name} does not add up to its sum`);
  }
}

/** A zip of the files, the same for the same files. */
export function zipBundle(files: BundleFiles): Uint8Array {
  return zipSync(Object.fromEntries(files), { mtime: FIRST_ZIP_DAY });
}

/**
 * The files with one enclosing folder taken away: the only folder with a head, where there is none beside it. Files outside
 * that folder are then named `../...`, so that they are told apart and not read.
 */
export function withoutEnclosingFolder(files: BundleFiles): BundleFiles {
  if (files.has('checkpoint.txt') || files.has('checkpoint')) return files;
  const heads = [...files.keys()].filter((path) => /^[^/]+\/checkpoint(\.txt)?$/.test(path));
  const folders = new Set(heads.map((path) => path.slice(0, path.indexOf('/') + 1)));
  const [folder] = folders;
  if (folder === undefined || folders.size > 1 || LAYOUT_FOLDERS.includes(folder)) return files;
  const renamed = (path: string) => (path.startsWith(folder) ? path.slice(folder.length) : `../${path}`);
  return new Map([...files].map(([path, content]) => [renamed(path), content]));
}

function checkedNames(files: readonly (readonly [path: string, content: Uint8Array])[]): BundleFiles {
  for (const [path] of files) {
    const unsafe = path.includes('\\') || path.split('/').some((part) => part === '' || part === '.' || part === '..');
    if (unsafe) throw malformed(`the zip holds a file with the unsafe name ${JSON.stringify(path)}`);
  }
  return new Map(files);
}
