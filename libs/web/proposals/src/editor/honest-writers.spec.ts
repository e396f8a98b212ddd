import { proposalTextSchema } from '@tavolo/contracts';
import { editorOf } from '../testing/editor-of.js';
import { pretendLayout, serverTimers } from '../testing/layout.js';
import { diceOf, stroke } from '../testing/strokes.js';
import { documentId, turn, type Writer, WritingRoom } from '../testing/writing-room.js';

beforeAll(() => {
  pretendLayout();
  serverTimers();
});

/** A network of moods: messages of each writer arrive late, in heaps, or not at all. */
function disturb({ wire }: Writer, roll: (sides: number) => number): void {
  const mood = roll(6);
  const queue = mood < 2 ? wire.toServer : wire.toClient;
  if (mood < 5) for (const deliver of queue.splice(0, 1 + roll(queue.length + 1))) deliver();
  else if (roll(6) === 0 && wire.connected) wire.disconnect();
  else if (!wire.connected) wire.connect();
}

describe('several people in one text, each with a real editor', () => {
  it.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    'are never refused whatever they do at once, and end with the same text, saved (seed %i)',
    async (seed) => {
      const roll = diceOf(seed);
      const room = new WritingRoom();
      try {
        const writers = Array.from({ length: 3 + roll(3) }, (_, index) => room.visit(`member-${index}`));
        await room.settle();
        const editors = writers.map(editorOf);
        for (let step = 0; step < 150; step++) {
          const who = roll(writers.length);
          if (roll(2) === 0) stroke(editors[who]!, roll);
          else disturb(writers[who]!, roll);
          await turn();
          expect(writers.map(({ provider }) => provider.snapshot.refusal)).toEqual(writers.map(() => null));
        }
        for (const { wire } of writers) if (!wire.connected) wire.connect();
        await room.settle();
        expect(writers.map(({ provider }) => provider.snapshot.state)).toEqual(writers.map(() => 'saved'));
        const served = await room.server.read(documentId);
        expect(served.ok && proposalTextSchema.safeParse(served.text).success).toBe(true);
        for (const writer of writers) expect(room.readingOf(writer)).toEqual(served);
        for (const editor of editors) editor.destroy();
        expect(room.problems).toEqual([]);
      } finally {
        await room.close();
      }
    },
  );
});
