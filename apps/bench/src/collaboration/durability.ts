import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainText, readText } from '@tavolo/collaboration/text';
import * as Y from 'yjs';
import { Crowd } from './crowd.js';
import { printFigure } from './figures.js';
import { readFileStore } from './file-store.js';
import { MeasuredServer } from './measured-server.js';
import { pause } from './propagation.js';

/** Kills the server in mid-typing, several times, and counts the acknowledged keys that are not in the file. */
export async function measureLossAfterKill(kills: number): Promise<void> {
  let acknowledged = 0;
  let lost = 0;
  for (let kill = 0; kill < kills; kill++) {
    const folder = await mkdtemp(join(tmpdir(), 'tavolo-bench-'));
    const path = join(folder, 'log');
    const server = await MeasuredServer.start('ours', path);
    const crowd = await Crowd.gather(server.url, 2, 1);
    const [typist] = crowd.typists;
    for (let key = 0; key < 40 + kill * 7; key++) {
      typist?.type();
      await pause(50);
    }
    for (let key = 0; key < 50; key++) typist?.type();
    await server.kill();
    const doc = new Y.Doc({ gc: false });
    Y.applyUpdate(doc, await readFileStore(path));
    const reading = readText(doc);
    const words = reading.ok ? reading.text.clauses.map(plainText).join('') : '';
    const stored = words.split('x').length - 1;
    acknowledged += typist?.acknowledged ?? 0;
    lost += Math.max(0, (typist?.acknowledged ?? 0) - stored);
    crowd.disperse();
    await rm(folder, { recursive: true });
  }
  printFigure(`acknowledged keys before ${kills} kills`, acknowledged, 'keys');
  printFigure(`acknowledged keys lost in ${kills} kills`, lost, 'keys', 0);
}

/** Lets everybody leave and looks after fifteen seconds. */
export async function measureUnloading(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tavolo-bench-'));
  const server = await MeasuredServer.start('ours', join(folder, 'log'));
  const crowd = await Crowd.gather(server.url, 50, 5);
  for (const typist of crowd.typists) typist.type();
  crowd.disperse();
  await pause(15_000);
  const { openDocuments } = await server.report();
  printFigure('documents in memory 15 s after the last one left', openDocuments, 'documents', 0);
  await server.kill();
  await rm(folder, { recursive: true });
}
