import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { transformSync } from '@swc/core';
import { giveTo, type RunAs } from './run-as.js';

/** A process that runs the embedded PostgreSQL out of a checkout. */
export interface RunningCheckout {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** What the start told. */
  readonly lines: readonly string[];
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Ends it with SIGKILL; its PostgreSQL stays. */
  kill(): Promise<void>;
}

const program = `
import { startEmbeddedPostgres } from './platform/database/embedded/embedded-postgres.js';
const [dataFolder, place] = process.argv.slice(2);
const lines = [];
const log = { info: (line) => lines.push(line), warn: (line) => lines.push(line) };
const { ownerUrl, appUrl, stop } = await startEmbeddedPostgres({ dataFolder, log, ...(place && { persistentPlaces: [place] }) });
process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
console.log(JSON.stringify({ ownerUrl, appUrl, lines }));
`;

/**
 * A small checkout of the embedded PostgreSQL with all that it needs, in a folder of the test's own: so that it can be
 * run by another user, or lie where others cannot enter, wherever the real checkout lies.
 */
export class Checkout {
  private readonly node: string;

  constructor(readonly folder: string) {
    const platform = dirname(dirname(import.meta.dirname));
    mkdirSync(folder, { recursive: true });
    this.open();
    for (const part of ['database', 'database/embedded', 'process']) this.compile(platform, part);
    for (const name of ['pg', 'zod', `@embedded-postgres/${process.platform}-${process.arch}`]) this.install(name);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'run.js'), program);
    this.node = process.execPath;
    const nobody = { uid: 65_534, gid: 65_534 };
    if (process.getuid?.() === 0 && spawnSync(this.node, ['-v'], { ...nobody, cwd: '/' }).status !== 0) {
      this.node = join(folder, 'node');
      copyFileSync(process.execPath, this.node);
    }
  }

  /** Lets everybody enter the checkout, as at the beginning. */
  open(): void {
    chmodSync(this.folder, 0o755);
  }

  /** Lets nobody but its owner enter the checkout. */
  close(): void {
    chmodSync(this.folder, 0o700);
  }

  give(user: RunAs, folder: string): void {
    giveTo(user, folder);
  }

  /** `user` null: as the test's own. Comes back when PostgreSQL is ready. */
  async start(dataFolder: string, user: RunAs | null, place?: string): Promise<RunningCheckout> {
    const child = spawn(this.node, [join(this.folder, 'run.js'), dataFolder, ...(place === undefined ? [] : [place])], {
      ...user,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    const first = await Promise.race([
      once(createInterface(child.stdout), 'line') as Promise<[string]>,
      once(child, 'close').then(() => Promise.reject(new Error(said.join('')))),
    ]);
    const told = JSON.parse(first[0]) as Pick<RunningCheckout, 'ownerUrl' | 'appUrl' | 'lines'>;
    return { ...told, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') };
  }

  private compile(platform: string, part: string): void {
    const target = join(this.folder, 'platform', part);
    mkdirSync(target, { recursive: true });
    for (const file of readdirSync(join(platform, part)).filter((name) => /^[a-z-]+\.ts$/.test(name))) {
      const { code } = transformSync(readFileSync(join(platform, part, file), 'utf8'), {
        swcrc: false,
        jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true } },
        module: { type: 'es6' },
      });
      writeFileSync(join(target, file.replace(/ts$/, 'js')), code);
    }
  }

  private install(name: string): void {
    const target = join(this.folder, 'node_modules', name);
    if (existsSync(target)) return;
    const source = packageFolder(name);
    cpSync(source, target, { recursive: true, verbatimSymlinks: true });
    const { dependencies = {} } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    for (const dependency of Object.keys(dependencies)) this.install(dependency);
  }
}

function packageFolder(name: string): string {
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = paths.map((path) => join(path, name)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`${name} is not installed`);
  return found;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill(signal);
  await closed;
}
