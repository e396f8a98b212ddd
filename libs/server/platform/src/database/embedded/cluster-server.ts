import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { freePort, isPortFree } from '../../process/ports.js';
import type { StartLog } from '../../process/start-log.js';
import type { ClusterPlace } from './cluster-place.js';
import { administrator, clusterSettings, diskFull, logTail, postgresEnvironment } from './cluster.js';
import { program, type NativeBinaries } from './native-binaries.js';
import { isAlive, runningPostmaster, type Postmaster } from './postmaster-file.js';

/** Any number will do, as long as nobody else in this cluster's `postgres` database uses it. */
const ownerLock = 7_382_910;
const pollMs = 40;
/** How long sessions of a killed server may hold its memory, and how long a server may take to stop before it is forced. */
const patienceMs = 30_000;
/** Recovery after a crash reads what was not yet written to the tables; it ends, and stopping it half-way gains nothing. */
const recoveryMs = 600_000;

export interface ClusterServerOptions {
  readonly place: ClusterPlace;
  readonly native: NativeBinaries;
  readonly password: string;
  readonly logFile: string;
  readonly preferredPort: number;
  readonly durable: boolean;
  /** True: in a process group of its own, so that Ctrl-C in the terminal does not reach it before the application is done. */
  readonly detached: boolean;
  readonly log: StartLog;
}

/** Starts, adopts, watches and stops the PostgreSQL of one cluster. */
export class ClusterServer {
  private postmaster: Postmaster | null = null;
  private session: Client | null = null;
  private stopping = false;
  private readonly onExit = (): void => this.signal('SIGINT');

  constructor(private readonly options: ClusterServerOptions) {}

  get port(): number {
    return this.postmaster?.port ?? 0;
  }

  /** The administrator's session, which also holds the lock that says: this process owns the cluster. */
  get administration(): Client {
    if (this.session === null) throw new Error('the database is not running');
    return this.session;
  }

  /** Comes back when the server accepts sessions and this process is its only owner. */
  async start(): Promise<void> {
    const { place, log } = this.options;
    const giveUpAt = Date.now() + patienceMs;
    for (;;) {
      const found = runningPostmaster(place.folder);
      if (found !== null) log.info('PostgreSQL is still running from an earlier start: it is used as it is.');
      const logFrom = this.logSize();
      this.postmaster = found ?? (await this.launch(this.postmaster?.port ?? this.options.preferredPort));
      const session = await this.connect();
      if (session !== null) return this.own(session);
      const said = logTail(this.options.logFile, logFrom);
      const passing = found !== null || /shared memory block|postmaster\.pid|could not bind/.test(said);
      if (!passing || Date.now() > giveUpAt) {
        throw new Error(
          `PostgreSQL did not start in ${place.folder}. Its log (${this.options.logFile}) ends with:\n${diskFull(said, place.folder)}`,
        );
      }
      await pause(pollMs * 5);
    }
  }

  /** Ends all sessions and stops the server; what is committed is on disk. Safe to call twice. */
  async stop(): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    await this.session?.end().catch(() => undefined);
    this.signal('SIGINT');
    const forceAt = Date.now() + patienceMs;
    while (this.isRunning()) {
      if (Date.now() > forceAt) this.signal('SIGQUIT');
      await pause(pollMs / 2);
    }
    process.off('exit', this.onExit);
  }

  private async launch(preferredPort: number): Promise<Postmaster> {
    const { place, native, durable, detached, logFile } = this.options;
    const port = preferredPort > 0 && (await isPortFree(preferredPort, '127.0.0.1')) ? preferredPort : await freePort();
    const output = openSync(logFile, 'a', 0o600);
    const child = spawn(program(native.folder, 'postgres'), ['-D', place.folder, ...clusterSettings(port, durable)], {
      ...place.user,
      cwd: '/',
      env: postgresEnvironment(),
      stdio: ['ignore', output, output],
      detached,
    });
    closeSync(output);
    const pid = await started(child);
    child.unref();
    return { pid, port };
  }

  /** Null: the server went away while we waited, or was on its way out. */
  private async connect(): Promise<Client | null> {
    const { password, log } = this.options;
    const giveUpAt = Date.now() + recoveryMs;
    let nextWord = Date.now() + 5_000;
    while (Date.now() < giveUpAt) {
      if (!this.isRunning()) return null;
      const client = new Client({
        host: '127.0.0.1',
        port: this.port,
        user: administrator,
        password,
        database: 'postgres',
        application_name: 'tavolo owner',
      });
      // Without a listener a lost connection would end the process.
      client.on('error', () => undefined);
      try {
        await client.connect();
        return client;
      } catch (error) {
        if (error instanceof DatabaseError && error.code === '28P01') {
          throw new Error(`The password in the keys folder does not fit the database in ${this.options.place.folder}.`);
        }
      }
      if (Date.now() > nextWord) {
        log.info('PostgreSQL is not ready yet: it repairs what a crash left behind.');
        nextWord = Date.now() + 5_000;
      }
      await pause(pollMs);
    }
    return null;
  }

  private async own(session: Client): Promise<void> {
    const giveUpAt = Date.now() + 3_000;
    for (;;) {
      const { rows } = await session.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [ownerLock]);
      if (rows[0]?.mine === true) break;
      if (Date.now() > giveUpAt) {
        this.postmaster = null;
        await session.end();
        throw new Error(
          `Another Tavolo process is using the database in ${this.options.place.folder}. Stop it, or set TAVOLO_DATA to another folder.`,
        );
      }
      await pause(pollMs);
    }
    this.session = session;
    session.once('end', () => void this.recover());
    process.off('exit', this.onExit).on('exit', this.onExit);
  }

  /** The server was killed under a running application: start it again; pools connect anew by themselves. */
  private async recover(): Promise<void> {
    if (this.isStopping()) return;
    this.options.log.warn('PostgreSQL ended unexpectedly: starting it again.');
    this.session = null;
    try {
      await this.start();
      // `stop` may have been called while the server started again.
      if (this.isStopping()) this.signal('SIGINT');
    } catch (error) {
      this.options.log.warn(`PostgreSQL could not be started again: ${(error as Error).message}`);
    }
  }

  private isStopping(): boolean {
    return this.stopping;
  }

  private isRunning(): boolean {
    if (this.postmaster === null || !isAlive(this.postmaster.pid)) return false;
    // A server that finished takes its lock file along; its process may stay a zombie where nobody collects it.
    return !this.stopping || existsSync(join(this.options.place.folder, 'postmaster.pid'));
  }

  private signal(signal: 'SIGINT' | 'SIGQUIT'): void {
    if (this.postmaster === null) return;
    if (process.platform === 'win32') {
      const mode = signal === 'SIGINT' ? 'fast' : 'immediate';
      const args = ['stop', '-D', this.options.place.folder, '-m', mode, '-W'];
      spawnSync(program(this.options.native.folder, 'pg_ctl'), args, { stdio: 'ignore' });
      return;
    }
    try {
      process.kill(this.postmaster.pid, signal);
    } catch {
      // It is gone already.
    }
  }

  private logSize(): number {
    const { logFile } = this.options;
    if (!existsSync(logFile)) return 0;
    const { size } = statSync(logFile);
    if (size < 10_000_000) return size;
    renameSync(logFile, `${logFile}.1`);
    return 0;
  }
}

function started(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`PostgreSQL could not be started: ${error.message}`)));
    child.once('spawn', () => resolve(child.pid ?? 0));
  });
}
