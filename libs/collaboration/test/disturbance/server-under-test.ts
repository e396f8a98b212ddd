import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { mergeStored } from '../../src/room/index.js';
import { MemoryStore } from '../memory-store.js';

const program = fileURLToPath(new URL('server-process.ts', import.meta.url));
const typescript = new URL('typescript.mjs', import.meta.url).href;

interface Message {
  readonly ready?: true;
  readonly port?: number;
  readonly call?: number;
  readonly method?: 'load' | 'append' | 'compact' | 'clientsOf' | 'registerClient';
  readonly args?: never[];
}

/** Server processes over one durable store, one after the other on the same port; the next stands ready before it is needed. */
export class ServerUnderTest {
  readonly store = new MemoryStore();
  port = 0;
  private running: ChildProcess | undefined;
  private spare: Promise<ChildProcess> = this.fork();

  /** Starts the next process. */
  async start(): Promise<void> {
    const child = await this.spare;
    this.spare = this.fork();
    this.running = child;
    const listening = new Promise<number>((resolve) => {
      child.on('message', ({ port }: Message) => port !== undefined && resolve(port));
    });
    child.send({ listen: this.port });
    this.port = await listening;
  }

  /** Ends the process without giving it a chance to do anything. */
  async kill(): Promise<void> {
    const child = this.running;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async close(): Promise<void> {
    await this.kill();
    const spare = await this.spare;
    const gone = new Promise((resolve) => spare.once('exit', resolve));
    spare.kill('SIGKILL');
    await gone;
  }

  private fork(): Promise<ChildProcess> {
    const child = fork(program, {
      execArgv: ['--conditions=@tavolo/source', '--import', typescript],
      env: { ...process.env, NODE_OPTIONS: '' },
      serialization: 'advanced',
    });
    return new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the server process ended with ${code ?? 'a signal'}`)));
      child.on('message', (message: Message) => {
        if (message.ready) resolve(child);
        else void this.serve(child, message);
      });
    });
  }

  private async serve(child: ChildProcess, { call, method, args }: Message): Promise<void> {
    if (method === undefined || args === undefined) return;
    const value = await this.perform(method, args);
    if (child.connected) child.send({ call, value });
  }

  private perform(method: NonNullable<Message['method']>, args: never[]): Promise<unknown> {
    // The child cannot send a function along: every compaction merges in the same way.
    if (method === 'compact') return this.store.compact(String(args[0]), mergeStored);
    return (this.store[method] as (...args: never[]) => Promise<unknown>).call(this.store, ...args);
  }
}
