import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { jest } from '@jest/globals';

jest.setTimeout(120_000);
const root = join(import.meta.dirname, '../../..');

/** The server as a process, from its sources. */
class Server {
  out = '';
  err = '';
  private readonly child: ChildProcess;
  readonly ended: Promise<unknown>;

  constructor(data: string, env: NodeJS.ProcessEnv = {}) {
    const loader = pathToFileURL(join(root, 'tools/typescript.mjs')).href;
    const args = ['--conditions=@tavolo/source', '--import', loader, join(root, 'apps/api/src/main.ts')];
    this.child = spawn(process.execPath, args, {
      cwd: tmpdir(),
      env: { PATH: process.env.PATH, PORT: '0', TAVOLO_DATA: data, LOG_LEVEL: 'warn', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
    this.ended = once(this.child, 'close').then(([code]: unknown[]) => code);
  }

  /** Its address, once it can be opened. */
  async ready(): Promise<string> {
    for (;;) {
      const address = /ready: open (http\S+)/.exec(this.out)?.[1];
      if (address !== undefined) return address;
      const over = this.ended.then(() => Promise.reject(new Error(this.out + this.err)));
      await Promise.race([over, this.child.stdout && once(this.child.stdout, 'data')]);
    }
  }

  end(signal: NodeJS.Signals): Promise<unknown> {
    this.child.kill(signal);
    return this.ended;
  }
}

describe('the server', () => {
  let folder: string;
  let data: string;
  let server: Server | null = null;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tavolo-server-'));
    chmodSync(folder, 0o711);
    data = join(folder, 'data');
  });

  afterEach(async () => {
    await server?.end('SIGTERM');
    server = null;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const start = (env?: NodeJS.ProcessEnv): Server => (server = new Server(data, env));
  const lock = (): string => join(data, 'postgres', 'postmaster.pid');

  it('tells what it does, is healthy, and ends everything in order on Ctrl-C', async () => {
    const first = start();
    const health = await fetch(`${await first.ready()}/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ status: 'ok' });
    expect(first.out).toMatch(
      /Creating a database[^]*migrations run[^]*Tavolo is ready: open http:\/\/localhost:\d+\n$/,
    );
    expect(await first.end('SIGINT')).toBe(0);
    expect(first.out).toMatch(/Stopping\n.*Stopped\n$/);
    expect(first.err).toBe('');
    expect(existsSync(lock())).toBe(false);
    expect(readFileSync(join(data, 'mode'), 'utf8')).toBe('demo\n');
  });

  it('starts again after it was killed, and finds its database running', async () => {
    const killed = start({ TAVOLO_MODE: 'development' });
    await killed.ready();
    const postmaster = readFileSync(lock(), 'utf8').split('\n')[0];
    await killed.end('SIGKILL');
    const next = start({ TAVOLO_MODE: 'development' });
    await next.ready();
    expect(next.out).toContain('still running from an earlier start');
    expect(readFileSync(lock(), 'utf8').split('\n')[0]).toBe(postmaster);
    expect(await next.end('SIGTERM')).toBe(0);
    expect(existsSync(lock())).toBe(false);
  });

  it('names all settings that are wrong, and touches nothing', async () => {
    const refused = start({ PORT: 'eighty', LOG_LEVEL: 'loud' });
    expect(await refused.ended).toBe(1);
    expect(refused.err).toContain('PORT must be');
    expect(refused.err).toContain('LOG_LEVEL must be');
    expect(refused.err).not.toContain('    at ');
    expect(existsSync(data)).toBe(false);
  });

  it('does not make a real installation of a demonstration', async () => {
    const demo = start();
    await demo.ready();
    await demo.end('SIGTERM');
    const refused = start({ TAVOLO_MODE: 'production' });
    expect(await refused.ended).toBe(1);
    expect(refused.err).toContain('This database was made in demo mode');
    expect(existsSync(lock())).toBe(false);
  });

  it('does not play with the data of a real installation', async () => {
    const real = start({ TAVOLO_MODE: 'production' });
    const address = await real.ready();
    expect(real.out).toMatch(new RegExp(`open ${address}/set-up and enter the code \\S+\\n`));
    await real.end('SIGTERM');
    writeFileSync(join(data, 'mode'), 'demo\n');
    const refused = start();
    expect(await refused.ended).toBe(1);
    expect(refused.err).toContain('real installation, with real accounts');
  });
});
