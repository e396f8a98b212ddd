import { type JoinAnswer } from '@tavolo/contracts';
import { type CollabConnection, connectCollaboration } from '@tavolo/collaboration/provider';
import { encodeText } from '@tavolo/collaboration/text';
import * as Y from 'yjs';

const documentId = 'P-bench';

/** Somebody who types: a document of her own with one paragraph, and the time of each of her keys. */
export class Typist {
  readonly doc = new Y.Doc({ gc: false });
  /** When each clock of her client id was typed. */
  readonly typedAt = new Map<number, number>();
  acknowledged = 0;
  private updates: Uint8Array[] = [];

  constructor(private readonly connection: CollabConnection) {
    this.doc.on('update', (update: Uint8Array) => this.updates.push(update));
  }

  /** Begins under this id with a paragraph of her own. */
  begin(clientId: number): void {
    const text = { clauses: [{ id: `c${clientId}`, blocks: [{ type: 'paragraph' as const, content: [] }] }] };
    Y.applyUpdate(this.doc, encodeText(text, clientId));
    this.doc.clientID = clientId;
    this.text();
    this.send();
  }

  type(): void {
    this.typedAt.set(Y.getState(this.doc.store, this.doc.clientID), performance.now());
    const text = this.text();
    text.insert(text.length, 'x');
    this.send();
  }

  private text(): Y.XmlText {
    const paragraph = (this.doc.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlElement;
    if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
    return paragraph.get(0) as Y.XmlText;
  }

  private send(): void {
    const update = Y.mergeUpdates(this.updates);
    this.updates = [];
    const keys = this.typedAt.size;
    this.connection.emit('update', documentId, updateMessage(update), (answer) => {
      if (answer.ok) this.acknowledged = Math.max(this.acknowledged, keys);
    });
  }
}

/** Connections that have one document open; the first few type. Everybody notes when keys arrive. */
export class Crowd {
  readonly typists: Typist[] = [];
  /** Milliseconds from key to arrival, one for each delivery. */
  delays: number[] = [];
  private readonly byClient = new Map<number, Typist>();
  private readonly connections: CollabConnection[] = [];

  static async gather(url: string, size: number, typists: number): Promise<Crowd> {
    const crowd = new Crowd();
    for (let from = 0; from < size; from += 20) {
      const batch = Array.from({ length: Math.min(20, size - from) }, (_, i) => crowd.join(url, from + i, typists));
      await Promise.all(batch);
    }
    return crowd;
  }

  disperse(): void {
    for (const connection of this.connections) connection.disconnect();
  }

  private async join(url: string, index: number, typists: number): Promise<void> {
    const connection = connectCollaboration({ url, auth: { member: `member-${index}` } });
    this.connections.push(connection);
    const step1 = new Uint8Array([0, 1, 0]).buffer;
    for (;;) {
      const answer = (await connection.emitWithAck('join', {
        documentId,
        step1,
        clientId: null,
        olderClientIds: [],
      })) as JoinAnswer | undefined;
      if (answer?.ok === false) continue;
      connection.on('update', (_documentId, message) => this.note(new Uint8Array(message as ArrayBuffer)));
      if (index < typists) this.admit(connection, answer?.data.clientId ?? index + 1);
      return;
    }
  }

  private admit(connection: CollabConnection, clientId: number): void {
    const typist = new Typist(connection);
    this.typists.push(typist);
    this.byClient.set(clientId, typist);
    typist.begin(clientId);
  }

  private note(message: Uint8Array): void {
    const now = performance.now();
    const { from, to } = Y.parseUpdateMeta(payloadOf(message));
    for (const [client, first] of from) {
      const typist = this.byClient.get(client);
      for (let clock = first; clock < (to.get(client) ?? 0); clock++) {
        const typed = typist?.typedAt.get(clock);
        if (typed !== undefined) this.delays.push(now - typed);
      }
    }
  }
}

function updateMessage(update: Uint8Array): ArrayBuffer {
  const length: number[] = [];
  let rest = update.length;
  for (; rest > 0x7f; rest >>>= 7) length.push((rest & 0x7f) | 0x80);
  return new Uint8Array([2, ...length, rest, ...update]).buffer;
}

function payloadOf(message: Uint8Array): Uint8Array {
  let at = 1;
  while ((message[at] ?? 0) > 0x7f) at++;
  return message.subarray(at + 1);
}
