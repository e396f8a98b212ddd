import { setTimeout as pause } from 'node:timers/promises';
import { plainText, readText } from '@tavolo/collaboration/text';
import { collabNamespace, type JoinAnswer, type UpdateAnswer } from '@tavolo/contracts';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { io, type Socket } from 'socket.io-client';
import * as msgpack from 'socket.io-msgpack-parser';
import * as Y from 'yjs';
import { type TestApplication } from './test-application.js';

type Answer = { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } };
const [step1, update] = [0, 2];

/** Somebody with a text open: a client of `/collab` as small as it can be, which shows what the server says to the letter. */
export class Pen {
  readonly doc = new Y.Doc({ gc: false });
  readonly events: string[] = [];
  right: string | undefined;
  frozen = false;
  private readonly waiting = new Set<() => void>();

  private constructor(
    readonly socket: Socket,
    readonly documentId: string,
  ) {
    socket.on('update', (_: string, message: Uint8Array) => {
      Y.applyUpdate(this.doc, payload(message), 'server');
      this.wake();
    });
    for (const event of ['frozen', 'thawed', 'right', 'resync'] as const) {
      socket.on(event, (_: string, right?: string) => {
        this.events.push(right === undefined ? event : `${event} ${right}`);
        if (right !== undefined) this.right = right;
        if (event !== 'right') this.frozen = event === 'frozen';
        this.wake();
      });
    }
    socket.on('disconnect', () => {
      this.events.push('disconnect');
      this.wake();
    });
  }

  /** Connects as a person (id), or as a visitor (`null`), without joining. */
  static async connect({ url, cookie }: Connection, person: string | null, documentId: string): Promise<Pen> {
    const headers = { origin: url, ...(person !== null && { cookie: cookie(person) }) };
    const socket = io(`${url}${collabNamespace}`, {
      transports: ['websocket'],
      parser: msgpack,
      forceNew: true,
      reconnection: false,
      extraHeaders: headers,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return new Pen(socket, documentId);
  }

  /** Connects and joins; throws the refusal's code. */
  static async open(application: TestApplication, person: string | null, documentId: string): Promise<Pen> {
    const pen = await Pen.connect({ url: application.url, cookie: (id) => application.cookie(id) }, person, documentId);
    let answer = await pen.join();
    // A busy server asks to come again: every client does, as often as it takes.
    while (!answer.ok && answer.error.code === 'retry') {
      await pause(answer.error.retryAfterMs ?? 100);
      answer = await pen.join();
    }
    if (!answer.ok) {
      pen.close();
      throw new Error(answer.error.code);
    }
    return pen;
  }

  async join(): Promise<JoinAnswer> {
    const request = {
      documentId: this.documentId,
      step1: message(step1, Y.encodeStateVector(this.doc)),
      clientId: null,
      olderClientIds: [],
    };
    const answer = (await this.socket.timeout(5000).emitWithAck('join', request)) as JoinAnswer;
    if (!answer.ok) return answer;
    const { clientId, right, frozen, step2 } = answer.data;
    Y.applyUpdate(this.doc, payload(step2), 'server');
    this.doc.clientID = clientId;
    [this.right, this.frozen] = [right, frozen];
    return answer;
  }

  /** Types at the end of the first paragraph of the first clause; resolves with the server's answer. */
  type(words: string): Promise<Answer> {
    return this.change((doc) => {
      const clause = doc.getXmlFragment('text').get(0) as Y.XmlElement;
      const paragraph = clause.get(0) as Y.XmlElement;
      let text = paragraph.get(0) as Y.XmlText | undefined;
      if (!text) {
        text = new Y.XmlText();
        paragraph.insert(0, [text]);
      }
      text.insert(text.length, words);
    });
  }

  async change(edit: (doc: Y.Doc) => void): Promise<Answer> {
    const before = Y.encodeStateVector(this.doc);
    this.doc.transact(() => edit(this.doc));
    return this.send(Y.encodeStateAsUpdate(this.doc, before));
  }

  async send(bytes: Uint8Array): Promise<UpdateAnswer> {
    return (await this.socket
      .timeout(5000)
      .emitWithAck('update', this.documentId, message(update, bytes))) as UpdateAnswer;
  }

  get text(): string {
    const reading = readText(this.doc);
    return reading.ok ? reading.text.clauses.map(plainText).join('\n') : reading.problem.reason;
  }

  /** Waits until something is so; it is asked again at everything the server says. */
  async until(holds: () => boolean): Promise<void> {
    const deadline = AbortSignal.timeout(5000);
    while (!holds()) {
      await new Promise<void>((resolve, reject) => {
        this.waiting.add(resolve);
        deadline.addEventListener('abort', () =>
          reject(new Error(`waited in vain: ${this.text} ${this.events.join()}`)),
        );
      });
    }
  }

  close(): void {
    this.socket.disconnect();
    this.doc.destroy();
  }

  private wake(): void {
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const resolve of waiting) resolve();
  }
}

interface Connection {
  readonly url: string;
  readonly cookie: (person: string) => string;
}

function message(kind: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, bytes);
  return Buffer.from(encoding.toUint8Array(encoder));
}

function payload(bytes: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(new Uint8Array(bytes));
  decoding.readVarUint(decoder);
  return decoding.readVarUint8Array(decoder);
}
