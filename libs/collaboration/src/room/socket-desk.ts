import { type DocumentWriter, type JoinAnswer, type UpdateAnswer } from '@tavolo/contracts';
import { encodeSyncMessage, visitorMember } from '../protocol/index.js';
import { idOfReader, idOfWriter } from './client-ids.js';
import {
  clientMessage,
  type DocumentMessage,
  type JoinMessage,
  readDocumentMessage,
  readJoin,
  readLeave,
} from './client-message.js';
import { type DocumentShelf } from './document-shelf.js';
import { Guest, type Visit } from './guest.js';
import { type CollaborationLimits } from './limits.js';
import { LoopDelay } from './loop-delay.js';
import { type OpenDocument } from './open-document.js';
import { type CollaborationOptions } from './options.js';
import { type AccessDecision, type CollabSocket } from './ports.js';
import { Refusal } from './refusal.js';
import { SparingLog } from './sparing-log.js';
import { Visitor } from './visitor.js';

export interface DeskContext<Session> extends Omit<CollaborationOptions<Session>, 'limits'> {
  readonly limits: CollaborationLimits;
  readonly shelf: DocumentShelf;
}

type Handler = (values: readonly unknown[]) => Promise<JoinAnswer | UpdateAnswer> | undefined;

/** Where messages of sockets arrive. Whatever they hold, a handler answers or ignores them and never throws. */
export class SocketDesk<Session> {
  private readonly guests = new Map<CollabSocket, Guest<Session>>();
  private readonly delay = new LoopDelay();
  private readonly log: SparingLog;
  /** Counts changes of rights: an answer that was asked for before such a change is stale. */
  private changesOfRights = 0;
  private closed = false;

  constructor(private readonly context: DeskContext<Session>) {
    this.log = new SparingLog(context.log);
    context.namespace.on('connection', (socket) => this.welcome(socket));
  }

  /** Tells everybody in a document something without content. */
  tell(document: OpenDocument, event: 'frozen' | 'thawed' | 'resync'): void {
    for (const { socket } of document.visitors) socket.emit(event, document.documentId);
  }

  /** Everybody leaves a document that is dropped, and is asked to join again. */
  sendBack(document: OpenDocument): void {
    const visitors = [...document.visitors];
    document.visitors.clear();
    for (const { socket } of visitors) {
      this.guests.get(socket)?.visits.delete(document.documentId);
      socket.emit('resync', document.documentId);
    }
  }

  evict(matches: (session: Session) => boolean, documentId?: string): void {
    this.changesOfRights++;
    for (const [guest, visit] of this.visits(documentId)) {
      if (matches(guest.session)) this.setRight(guest, visit, 'none');
    }
  }

  async reconsider(documentId?: string): Promise<void> {
    this.changesOfRights++;
    const questions = this.visits(documentId).map(([guest, visit]) => {
      const { visitor } = visit;
      const before = visitor.inQuestion;
      const question = this.askAnew(guest, visit, before).finally(() => {
        if (visitor.inQuestion === question) visitor.inQuestion = undefined;
      });
      visitor.inQuestion = question;
      return question;
    });
    await Promise.all(questions);
  }

  close(): void {
    this.closed = true;
    this.delay.stop();
  }

  private visits(documentId?: string): [Guest<Session>, Visit][] {
    return [...this.guests.values()].flatMap((guest) =>
      [...guest.visits]
        .filter(([id]) => documentId === undefined || id === documentId)
        .map(([, visit]): [Guest<Session>, Visit] => [guest, visit]),
    );
  }

  private welcome(socket: CollabSocket): void {
    const session = this.context.sessionOf(socket);
    if (session === undefined) {
      socket.disconnect(true);
      return;
    }
    const guest = new Guest(socket, session, this.context.limits);
    this.guests.set(socket, guest);
    const hear =
      (handle: Handler) =>
      (...args: unknown[]) => {
        // Who was never welcomed, or has gone, is not heard.
        if (this.guests.get(socket) === guest) void this.hear(guest, args, handle);
      };
    socket.on(
      'join',
      hear((values) => this.join(guest, readJoin(values))),
    );
    socket.on(
      'update',
      hear((values) => this.update(guest, readDocumentMessage(values))),
    );
    socket.on(
      'awareness',
      hear((values) => this.awareness(guest, readDocumentMessage(values))),
    );
    socket.on(
      'leave',
      hear((values) => {
        const visit = guest.visits.get(readLeave(values));
        if (visit) this.leave(guest, visit);
        return undefined;
      }),
    );
    socket.on('disconnect', () => {
      this.guests.delete(socket);
      for (const visit of [...guest.visits.values()]) this.leave(guest, visit);
    });
    socket.on('error', () => undefined);
  }

  /** Everything that a socket says comes through here. Never rejects. */
  private async hear(guest: Guest<Session>, args: readonly unknown[], handle: Handler): Promise<void> {
    const { values, answer } = clientMessage(args);
    try {
      const handled = await this.handled(guest, () => handle(values));
      if (handled) answer?.(handled);
    } catch (error) {
      this.log.error('a message could not be answered', { error });
    }
  }

  private async handled(
    guest: Guest<Session>,
    handle: () => ReturnType<Handler>,
  ): Promise<JoinAnswer | UpdateAnswer | undefined> {
    try {
      return await handle();
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal('retry');
      if (!(error instanceof Refusal)) this.log.error('a message could not be handled', { error });
      guest.refused(refusal);
      return { ok: false, error: refusal.error };
    }
  }

  private async join(guest: Guest<Session>, { request, vector }: JoinMessage): Promise<JoinAnswer> {
    const { shelf, store, limits } = this.context;
    const { documentId } = request;
    guest.spend(5, request.step1.length);
    if (this.closed || this.delay.milliseconds > limits.busyMs) throw new Refusal('retry', false, 500);
    if (guest.visits.size >= limits.documentsPerSocket && !guest.visits.has(documentId))
      throw new Refusal('rate', false, 60_000);
    for (;;) {
      const asked = this.changesOfRights;
      const decision = await this.ask(documentId, guest.session);
      if (decision.right === 'none') throw new Refusal('denied');
      const document = await shelf.open(documentId);
      const isWriter = decision.right === 'write';
      const clientId = isWriter
        ? await idOfWriter(document, decision.member, request, store, limits)
        : idOfReader(document);
      if (!guest.socket.connected) throw new Refusal('notJoined');
      // While we waited the document may have been put away, or somebody's rights changed.
      if (shelf.get(documentId) !== document || asked !== this.changesOfRights) continue;
      if (decision.frozen === true) document.frozen = true;
      return this.enter(guest, document, decision, clientId, vector);
    }
  }

  private enter(
    guest: Guest<Session>,
    document: OpenDocument,
    decision: AccessDecision,
    clientId: number,
    vector: Uint8Array,
  ): JoinAnswer {
    const step2 = encodeSyncMessage('step2', document.missing(vector));
    const user = userOf(decision, document);
    const right = decision.right === 'write' ? 'write' : 'read';
    const earlier = guest.visits.get(document.documentId);
    if (earlier) this.leave(guest, earlier);
    const visitor = new Visitor(guest.socket, clientId, user, right, this.context.limits);
    // After a lost connection the same client may still seem to be there on its old socket.
    for (const other of document.visitors)
      if (other.clientId === clientId) this.guests.get(other.socket)?.visits.delete(document.documentId);
    for (const other of document.visitors) if (other.clientId === clientId) document.visitors.delete(other);
    const everybody = document.awareness.everybody();
    document.visitors.add(visitor);
    guest.visits.set(document.documentId, { document, visitor });
    const awareness = everybody ? Buffer.from(everybody) : null;
    const step1 = Buffer.from(document.step1());
    return {
      ok: true,
      data: { clientId, right, frozen: document.frozen, user, step1, step2: Buffer.from(step2), awareness },
    };
  }

  private async update(guest: Guest<Session>, { documentId, bytes }: DocumentMessage): Promise<UpdateAnswer> {
    const visit = guest.visits.get(documentId);
    if (!visit) throw new Refusal('notJoined');
    guest.spend(1, bytes.length);
    if (this.closed || guest.inFlight >= this.context.limits.updatesInFlight) throw new Refusal('retry', false, 200);
    guest.inFlight++;
    try {
      await visit.document.take(visit.visitor, bytes);
      return { ok: true };
    } finally {
      guest.inFlight--;
    }
  }

  private awareness(guest: Guest<Session>, { documentId, bytes }: DocumentMessage): undefined {
    const visit = guest.visits.get(documentId);
    if (!visit || visit.visitor.awareness.take(1, performance.now()) > 0) return;
    const { document, visitor } = visit;
    document.awareness.take(bytes, visitor.clientId, visitor.writer);
  }

  private leave(guest: Guest<Session>, visit: Visit): void {
    const { document, visitor } = visit;
    if (guest.visits.get(document.documentId) === visit) guest.visits.delete(document.documentId);
    if (!document.visitors.delete(visitor)) return;
    if (document.awareness.remove(visitor.clientId)) document.tellAwareness(document.awareness.takeChanges());
    this.context.shelf.left(document);
  }

  private async ask(documentId: string, session: Session): Promise<AccessDecision> {
    try {
      return await this.context.access.access(documentId, session);
    } catch (error) {
      this.log.error('access to a document could not be decided', { documentId, error });
      throw new Refusal('retry', false, 1000);
    }
  }

  private async askAnew(guest: Guest<Session>, visit: Visit, before: Promise<void> | undefined): Promise<void> {
    const { documentId } = visit.document;
    const decision = await this.ask(documentId, guest.session).catch(() => undefined);
    await before;
    if (guest.visits.get(documentId) !== visit) return;
    if (decision?.frozen === true && !visit.document.frozen) {
      visit.document.frozen = true;
      this.tell(visit.document, 'frozen');
    }
    if (decision) {
      this.setRight(guest, visit, decision.right);
      return;
    }
    // Undecided is no right: the client may ask again by joining.
    visit.visitor.right = 'none';
    this.leave(guest, visit);
    guest.socket.emit('resync', documentId);
  }

  private setRight(guest: Guest<Session>, visit: Visit, right: AccessDecision['right']): void {
    if (visit.visitor.right === right) return;
    visit.visitor.right = right;
    if (right === 'none') this.leave(guest, visit);
    guest.socket.emit('right', visit.document.documentId, right);
  }
}

function userOf({ member, name, organisation, sector }: AccessDecision, document: OpenDocument): DocumentWriter {
  // Visitors show no caret.
  const writers = [...document.visitors].map(({ writer }) => writer.member).filter((other) => other !== visitorMember);
  const present = new Set(writers);
  return { member, name, organisation, sector, color: document.colours.give(member, present) };
}
