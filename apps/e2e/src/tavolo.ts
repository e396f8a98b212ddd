import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A running Tavolo with the demo area, in a process and a data folder of its own. */
export interface Tavolo {
  readonly url: string;
  /** Ends the process at once, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same port and data. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts a demonstration on a free port and waits until it says that it is ready. */
export async function startTavolo(): Promise<Tavolo> {
  const data = await mkdtemp(join(tmpdir(), 'tavolo-e2e-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let running = await launch(data, port, url);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const exited = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await exited;
  };
  return {
    url,
    kill: () => end('SIGKILL'),
    restart: async () => {
      running = await launch(data, port, url);
    },
    stop: async () => {
      if (running.exitCode === null && running.signalCode === null) await end('SIGTERM');
      await rm(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function launch(data: string, port: number, url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(root, 'apps/api/dist/main.js')], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      TAVOLO_DATA: data,
      TAVOLO_MODE: 'demo',
      PORT: String(port),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    if (await healthy(url)) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`Tavolo did not become ready. It said:\n${said}`);
}

async function healthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
