import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import * as Y from 'yjs';
import { type CollaborationLimits } from './limits.js';
import { Refusal } from './refusal.js';

/** A decoded update of a client: nothing has been applied. */
export interface DecodedUpdate {
  readonly structs: readonly Y.Item[];
  readonly ds: unknown;
}

/** The ESM copy, as everywhere: the worker is a realm of its own, but two copies of Yjs are one too many to reason about. */
const yjs = pathToFileURL(join(dirname(createRequire(import.meta.url).resolve('yjs/package.json')), 'dist', 'yjs.mjs'));

const workerProgram = `
const { parentPort } = require('node:worker_threads');
import(${JSON.stringify(yjs.href)}).then(({ decodeUpdate, Doc, encodeStateAsUpdate }) => {
  // The first updates must not be the slow ones.
  const doc = new Doc({ gc: false });
  for (let i = 0; i < 300; i++) doc.getText('').insert(0, 'x');
  for (let i = 0; i < 30; i++) decodeUpdate(encodeStateAsUpdate(doc));
  parentPort.on('message', (update) => {
    let fit = true;
    try { decodeUpdate(update); } catch { fit = false; }
    parentPort.postMessage(fit);
  });
  parentPort.postMessage('ready');
});
`;

/**
 * Decodes updates of clients. Large ones are decoded in a worker first, within a time limit, so that no bytes can hold up
 * the process. Structs that no honest client sends (collected and skipped ones) are refused.
 */
export class UpdateDecoder {
  private worker: Promise<Worker> | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly limits: CollaborationLimits) {}

  /** Whether an update of this size must go through `trial` before it is decoded. */
  needsTrial(update: Uint8Array): boolean {
    return update.length > this.limits.workerAboveBytes;
  }

  /** @throws Refusal `malformed`, `tooLarge` */
  decode(update: Uint8Array): DecodedUpdate {
    const { structs, ds } = decodeOrRefuse(update);
    if (structs.length > this.limits.updateStructs) throw new Refusal('tooLarge');
    const items = structs.filter((struct) => struct instanceof Y.Item);
    if (items.length !== structs.length) throw new Refusal('malformed', true);
    return { structs: items, ds };
  }

  /**
   * Decodes the update in the worker, one at a time.
   * @throws Refusal `malformed`, or `retry` (counted as hostile) when it takes too long
   */
  trial(update: Uint8Array): Promise<void> {
    const trial = this.queue.then(() => this.inWorker(update));
    this.queue = trial.catch(() => undefined);
    return trial;
  }

  async close(): Promise<void> {
    const worker = await this.worker;
    this.worker = undefined;
    await worker?.terminate();
  }

  private async inWorker(update: Uint8Array): Promise<void> {
    this.worker ??= startWorker();
    const worker = await this.worker;
    const fit = await new Promise<unknown>((resolve) => {
      // If this process itself was late, the answer may be waiting behind the timer.
      const late = setTimeout(() => setImmediate(() => resolve('late')), this.limits.decodeMs);
      worker.once('message', (answer: unknown) => {
        clearTimeout(late);
        resolve(answer);
      });
      worker.postMessage(update.slice());
    });
    if (fit === true) return;
    if (fit === false) throw new Refusal('malformed', true);
    this.worker = undefined;
    void worker.terminate();
    throw new Refusal('retry', true);
  }
}

function decodeOrRefuse(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(update);
  } catch {
    throw new Refusal('malformed', true);
  }
}

async function startWorker(): Promise<Worker> {
  const worker = new Worker(workerProgram, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 256 } });
  worker.unref();
  worker.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  return worker;
}
