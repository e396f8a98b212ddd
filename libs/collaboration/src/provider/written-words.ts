import * as Y from 'yjs';
import { deletionsOf, missingDeletions } from '../protocol/index.js';
import { type ProviderOptions } from './provider-options.js';

/** What this page wrote into a document; other tabs of the same person look after theirs. */
export class WrittenWords {
  private readonly ids = new Set<number>();

  constructor(
    private readonly doc: Y.Doc,
    private readonly putBack: ProviderOptions['bringBack'],
  ) {}

  /** Notes the Yjs client id under which something was written. */
  note(id: number): void {
    this.ids.add(id);
  }

  /**
   * Applies a received update.
   * @returns what was written here and is gone without the update naming it: it stood in something that was removed by somebody who had not
   * received it. For `bringBack`
   */
  apply(update: Uint8Array, origin: object): readonly Y.Item[] {
    let lost: readonly Y.Item[] = [];
    const look = (transaction: Y.Transaction): void => {
      if (transaction.origin === origin) lost = this.unnamed(transaction, update);
    };
    this.doc.on('afterTransaction', look);
    try {
      Y.applyUpdate(this.doc, update, origin);
    } finally {
      this.doc.off('afterTransaction', look);
    }
    return lost;
  }

  bringBack(lost: readonly Y.Item[]): void {
    if (lost.length > 0) this.putBack?.(this.doc, lost);
  }

  private unnamed({ deleteSet }: Y.Transaction, update: Uint8Array): Y.Item[] {
    const gone = new Map([...deleteSet.clients].filter(([client]) => this.ids.has(client)));
    if (gone.size === 0) return [];
    const unseen = missingDeletions(gone, deletionsOf(Y.decodeUpdate(update)));
    return [...unseen].flatMap(([client, ranges]) => {
      const structs = this.doc.store.clients.get(client) ?? [];
      return structs.filter((struct): struct is Y.Item => {
        const { id, length } = struct;
        // Deleting splits items at the ends of what it deletes.
        const isWithin = ranges.some(({ clock, len }) => id.clock >= clock && id.clock + length <= clock + len);
        return isWithin && struct instanceof Y.Item;
      });
    });
  }
}
