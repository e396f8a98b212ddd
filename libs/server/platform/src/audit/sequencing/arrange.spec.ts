import fc from 'fast-check';
import { arrange, type PendingEntry } from './arrange.js';

const times = fc.constantFrom('2026-11-24T08:00:00.000Z', '2026-11-24T08:00:00.001Z', '2026-11-24T07:00:00.000Z');
const pending = fc
  .array(fc.record({ stream: fc.constantFrom('a', 'b', 'c'), at: times }), { maxLength: 30 })
  .map((drafts) => {
    const heads = new Map<string, { id: string; version: number }>();
    return drafts.map(({ stream, at }, place): PendingEntry => {
      const head = heads.get(stream);
      const entry = { id: String(place).padStart(4, '0'), version: (head?.version ?? 0) + 1 };
      heads.set(stream, entry);
      const before = head?.id ?? null;
      return {
        ...entry,
        space: stream,
        at,
        leafHash: new Uint8Array(32),
        before,
        beforeSequenced: false,
        chained: true,
      };
    });
  });

describe('the order of a batch', () => {
  it('never puts an entry before its predecessor, and takes every entry within a few rounds', () => {
    fc.assert(
      fc.property(pending, (entries) => {
        const taken: string[] = [];
        let left: readonly PendingEntry[] = entries;
        while (left.length > 0) {
          const { ready, waiting } = arrange(left);
          expect(ready.length).toBeGreaterThan(0);
          expect(ready.length + waiting).toBe(left.length);
          for (const { id, before } of ready) {
            expect(before === null || taken.includes(before)).toBe(true);
            taken.push(id);
          }
          left = left
            .filter(({ id }) => !taken.includes(id))
            .map((entry) => ({ ...entry, beforeSequenced: entry.before !== null && taken.includes(entry.before) }));
        }
        expect([...taken].sort()).toEqual(entries.map(({ id }) => id));
      }),
    );
  });
});
