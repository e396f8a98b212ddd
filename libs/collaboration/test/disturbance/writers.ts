import { CollaborationProvider, connectCollaboration, type CollabConnection } from '../../src/provider/index.js';
import { erase, textOf, type } from '../house.js';
import { type Random } from './random.js';

/** Each insertion is a character that occurs nowhere else, so that a lost or doubled one has a name. */
const firstCharacter = 0x4e00;

/** People who write into one document through a rough network, and a record of what must not get lost. */
export class Writers {
  readonly providers: CollaborationProvider[] = [];
  readonly inserted = new Set<string>();
  readonly erased = new Set<string>();
  /** What each has written and not seen saved. */
  private readonly pending = new Map<CollaborationProvider, string[]>();
  private readonly acknowledged = new Set<string>();
  private readonly connections: CollabConnection[] = [];

  constructor(url: string, documentId: string, count: number) {
    for (let i = 0; i < count; i++) {
      const connection = connectCollaboration({
        url,
        auth: { member: `member-${i}` },
        reconnectMs: [5, 40],
        connectMs: 500,
      });
      const timing = { answerMs: 1500, retryMs: 10, longestRetryMs: 150, awarenessEveryMs: 20 };
      const provider = new CollaborationProvider({ connection, documentId, timing });
      const mine: string[] = [];
      provider.subscribe(() => {
        if (provider.snapshot.unacknowledged === 0)
          for (const character of mine.splice(0)) this.acknowledged.add(character);
      });
      this.pending.set(provider, mine);
      this.connections.push(connection);
      this.providers.push(provider);
    }
  }

  /** Somebody, chosen at random, writes or erases a character somewhere. */
  write(random: Random): void {
    const provider = this.providers[random.below(this.providers.length)];
    if (!provider?.snapshot.canWrite) return;
    const text = textOf(provider.doc);
    if (text.length > 5 && random.below(5) === 0) {
      const at = random.below(text.length);
      this.erased.add(text.charAt(at));
      erase(provider.doc, at, 1);
      return;
    }
    const character = String.fromCharCode(firstCharacter + this.inserted.size);
    this.inserted.add(character);
    this.pending.get(provider)?.push(character);
    type(provider.doc, random.below(text.length + 1), character);
  }

  /** Whether everybody's changes are acknowledged. */
  areSaved(): boolean {
    return this.providers.every(({ snapshot }) => snapshot.state === 'saved');
  }

  texts(): string[] {
    return this.providers.map(({ doc }) => textOf(doc));
  }

  /** Characters that were called saved, that nobody erased, and that are missing in `text`. */
  lostFrom(text: string): string[] {
    return [...this.acknowledged].filter((character) => !this.erased.has(character) && !text.includes(character));
  }

  close(): void {
    for (const provider of this.providers) provider.destroy();
    for (const connection of this.connections) connection.disconnect();
  }
}
