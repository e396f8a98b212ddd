import { type LocalCopy } from '@tavolo/collaboration/provider';
import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

const idsKey = 'clientIds';

/** Keeps a person's copy of a document in this browser's database. Where the browser forbids one, it keeps nothing and says nothing. */
export class BrowserCopy implements LocalCopy {
  private stored: IndexeddbPersistence | null = null;

  /** @param name one per person and document, so that people who share a device do not share their words */
  constructor(private readonly name: string) {}

  async attach(doc: Y.Doc): Promise<void> {
    if (!(await isAllowed())) return;
    this.stored = new IndexeddbPersistence(this.name, doc);
    await this.stored.whenSynced;
  }

  async clientIds(): Promise<readonly number[]> {
    const ids: unknown = await this.stored?.get(idsKey);
    return Array.isArray(ids) ? ids.filter((id): id is number => Number.isSafeInteger(id)) : [];
  }

  async rememberClient(clientId: number): Promise<void> {
    const ids = await this.clientIds();
    if (!ids.includes(clientId)) await this.stored?.set(idsKey, [...ids, clientId].slice(-64) as unknown as string);
  }

  /** Forgets what is stored here, for ever. */
  async forget(): Promise<void> {
    const { stored } = this;
    this.stored = null;
    await stored?.clearData();
  }

  async detach(): Promise<void> {
    await this.stored?.destroy();
    this.stored = null;
  }
}

/** Private windows of some browsers refuse to open a database. */
function isAllowed(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const probe = indexedDB.open('tavolo-probe');
      probe.onsuccess = () => {
        probe.result.close();
        resolve(true);
      };
      probe.onerror = () => resolve(false);
    } catch {
      resolve(false);
    }
  });
}
