import { open, readFile, type FileHandle } from 'node:fs/promises';
import {
  type AcceptedUpdate,
  type DocumentStore,
  mergeStored,
  type RegisteredClient,
  type StoredDocument,
} from '@tavolo/collaboration/room';

/** One document in a file that is only appended to: each commit is a length, bytes and a wait for the disk. */
export class FileStore implements DocumentStore {
  private readonly clients = new Map<number, string>();
  private file: Promise<FileHandle> | undefined;

  constructor(private readonly path: string) {}

  async load(): Promise<StoredDocument> {
    return { snapshot: null, updates: await readUpdates(this.path) };
  }

  async append(updates: readonly AcceptedUpdate[]): Promise<void> {
    this.file ??= open(this.path, 'a');
    const file = await this.file;
    await file.write(Buffer.concat(updates.map(({ update }) => framed(update))));
    await file.datasync();
  }

  async compact(_documentId: string, merge: (stored: StoredDocument) => Uint8Array): Promise<void> {
    // Merging is the work that matters here; the log stays as it is, for the count after a kill.
    merge(await this.load());
  }

  clientsOf(): Promise<readonly RegisteredClient[]> {
    return Promise.resolve([...this.clients].map(([clientId, member]) => ({ clientId, member })));
  }

  registerClient(_documentId: string, clientId: number, member: string): Promise<boolean> {
    const owner = this.clients.get(clientId) ?? member;
    this.clients.set(clientId, owner);
    return Promise.resolve(owner === member);
  }
}

/** What such a file holds, as one update. */
export async function readFileStore(path: string): Promise<Uint8Array> {
  return mergeStored({ snapshot: null, updates: await readUpdates(path) });
}

function framed(update: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(update.length);
  return Buffer.concat([length, update]);
}

async function readUpdates(path: string): Promise<Uint8Array[]> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const updates: Uint8Array[] = [];
  for (let at = 0; at + 4 <= bytes.length;) {
    const end = at + 4 + bytes.readUInt32BE(at);
    // The last frame may have been cut off by a kill: it was never acknowledged.
    if (end > bytes.length) break;
    updates.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return updates;
}
