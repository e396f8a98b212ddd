import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ClusterPlace } from './cluster-place.js';
import { program, type NativeBinaries } from './native-binaries.js';
import { giveTo } from './run-as.js';

/** PostgreSQL's own superuser in an embedded cluster. Used to set it up and to watch it, never by the application. */
export const administrator = 'postgres';

/**
 * Makes the cluster: UTF-8, checksums, password authentication (scram) for everybody and no other way in. It appears at
 * its place only when complete; what an interrupted attempt left is removed.
 * @throws Error with what initdb said.
 */
export function createCluster(place: ClusterPlace, native: NativeBinaries, password: string, durable: boolean): void {
  const draft = `${place.folder}.new`;
  const passwordFile = join(dirname(place.folder), '.initdb-password');
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  try {
    mkdirSync(draft, { mode: 0o700 });
    giveTo(place.user, draft);
    writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
    giveTo(place.user, passwordFile);
    const { status, stderr, error } = spawnSync(
      program(native.folder, 'initdb'),
      [
        ...['-D', draft, '-U', administrator, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'],
        ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions'],
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...place.user, cwd: '/', env: postgresEnvironment(), encoding: 'utf8' },
    );
    if (status !== 0) {
      throw new Error(`The database could not be created: ${diskFull(error?.message ?? stderr.trim(), draft)}`);
    }
    if (existsSync(place.folder)) rmdirSync(place.folder);
    renameSync(draft, place.folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** English messages and UTC whatever the machine speaks, and no PG* variable of the operator reaching our cluster. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env;
  return { PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot === undefined ? {} : { SystemRoot }) };
}

/**
 * The settings of a small server: a few hundred megabytes at most, this machine only, and a log that repeats neither
 * statements nor values, which may be personal data.
 */
export function clusterSettings(port: number, durable: boolean): string[] {
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: durable ? '60' : '120',
    shared_buffers: '64MB',
    max_wal_size: '256MB',
    max_parallel_workers_per_gather: '0',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_timezone: 'UTC',
    timezone: 'UTC',
    lc_messages: 'C',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    autovacuum: durable ? 'on' : 'off',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** The last lines of the server's log, for an error message. */
export function logTail(logFile: string, from: number): string {
  try {
    return readFileSync(logFile).subarray(from).toString('utf8').trim().split('\n').slice(-8).join('\n');
  } catch {
    return '';
  }
}

/** What PostgreSQL said, or in one sentence that the disk of `folder` is full, which it says in many words. */
export function diskFull(said: string, folder: string): string {
  if (!/No space left on device|Check free disk space/.test(said)) return said;
  return `the disk that holds ${folder} is full. Make room (a new database needs about 100 MB), and start again.`;
}
