import { type ProposalText } from '@tavolo/contracts';
import * as Y from 'yjs';
import { encodeText } from '../../src/text/index.js';
import { textOf } from '../house.js';
import { until } from '../until.js';
import { Random } from './random.js';
import { RoughNetwork } from './rough-network.js';
import { ServerUnderTest } from './server-under-test.js';
import { Writers } from './writers.js';

const start: ProposalText = {
  clauses: [{ id: 'c1', blocks: [{ type: 'paragraph', content: [{ type: 'text', text: '.' }] }] }],
};
const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

describe('five people writing while connections break and the server is killed', () => {
  const server = new ServerUnderTest();
  const stored = async (documentId: string): Promise<string> => {
    const { snapshot, updates } = await server.store.load(documentId);
    const doc = new Y.Doc({ gc: false });
    for (const update of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(doc, update);
    return textOf(doc);
  };

  beforeAll(() => server.start(), 30_000);
  afterAll(() => server.close());

  it.each(seeds)(
    'end up with one text and lose nothing that was called saved (run %i)',
    async (seed) => {
      const random = new Random(seed);
      const documentId = `P-${seed}`;
      const update = encodeText(start, 1);
      await server.store.append([{ documentId, update, member: 'secretary', clientIds: [1], at: 0 }]);
      const network = new RoughNetwork(() => server.port, random);
      const writers = new Writers(`http://127.0.0.1:${await network.open()}`, documentId, 5);
      await until(() => writers.providers.every(({ snapshot }) => snapshot.canWrite), 'everybody', 20_000);
      // Every other run has a second kill, in the middle of the recovery from the first or later.
      const kills = new Set([20 + random.below(40), ...(seed % 2 === 0 ? [60 + random.below(60)] : [])]);
      for (let step = 0; step < 140; step++) {
        writers.write(random);
        if (random.below(30) === 0) network.breakOne();
        // Turns of the event loop, not time: some changes leave together, others one by one.
        for (let turns = random.below(6); turns > 0; turns--) await new Promise((resolve) => setTimeout(resolve, 0));
        if (!kills.has(step)) continue;
        await server.kill();
        expect(writers.lostFrom(await stored(documentId))).toEqual([]);
        for (let more = random.below(10); more > 0; more--) writers.write(random);
        await server.start();
      }
      await until(() => writers.areSaved(), 'everything saved', 30_000);
      await until(() => new Set(writers.texts()).size === 1, 'one text', 30_000);
      const text = writers.texts()[0] ?? '';
      expect(await stored(documentId)).toBe(text);
      const written = ['.', ...writers.inserted];
      const expected = written.filter((character) => !writers.erased.has(character)).sort();
      expect(Array.from(text).sort()).toEqual(expected);
      writers.close();
      await network.close();
    },
    90_000,
  );
});
