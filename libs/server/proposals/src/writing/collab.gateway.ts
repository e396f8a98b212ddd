import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import { CollaborationServer, type CollabNamespace, type CollabSocket } from '@tavolo/collaboration/room';
import { collabNamespace } from '@tavolo/contracts';
import { Authenticator, FactBus, LiveSessions, refusedConnection } from '@tavolo/server-platform';
import { CollaborativeTexts } from './collaborative-texts.js';
import { DocumentLog } from './document-log.repository.js';
import { RevisionRecorder } from './revision-recorder.service.js';
import { TextAccess, type WritingSession } from './text-access.js';

/** How often everybody's right is asked again, in milliseconds, whether anything is known to have changed or not. */
const recheck = 60_000;

/** One entry of the log vouches for so many milliseconds of writing, unless the text is left or frozen before. */
const revisionEveryMs = 60_000;

/** Acts that change who somebody is at a table. */
const changingPeople: readonly string[] = [
  'member.joined',
  'member.left',
  'seat.filled',
  'seat.vacated',
  'role.given',
  'role.ended',
  'mode.changed',
];

/** `/collab`: writing together. The messages, and who is refused what, are those of `@tavolo/collaboration`. */
@WebSocketGateway({ namespace: collabNamespace })
export class CollabGateway implements OnGatewayInit<CollabNamespace>, OnModuleDestroy {
  readonly #log = new Logger('Collab');
  readonly #sessions = new WeakMap<CollabSocket, WritingSession>();
  #server: CollaborationServer<WritingSession> | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #stopListening: () => void;

  constructor(
    private readonly authenticator: Authenticator,
    private readonly live: LiveSessions,
    private readonly access: TextAccess,
    private readonly log: DocumentLog,
    private readonly texts: CollaborativeTexts,
    private readonly revisions: RevisionRecorder,
    facts: FactBus,
  ) {
    this.#stopListening = facts.subscribe(({ act }) => {
      if (changingPeople.includes(act)) void this.#reconsiderAll();
    });
  }

  afterInit(namespace: CollabNamespace): void {
    namespace.use((socket, next) => {
      this.#admit(socket).then(
        () => next(),
        (error: unknown) => next(refusedConnection(error)),
      );
    });
    this.#server = new CollaborationServer<WritingSession>({
      namespace,
      sessionOf: (socket) => this.#sessions.get(socket),
      access: this.access,
      store: this.log,
      clock: { now: () => this.texts.now() },
      log: {
        warn: (message, details) => this.#log.warn(`${message} ${said(details)}`),
        error: (message, details) => this.#log.error(`${message} ${said(details)}`),
      },
      limits: { revisionEveryMs },
      onRevision: ({ documentId }) => void this.revisions.record(documentId),
    });
    this.texts.serve(this.#server);
    this.#timer = setInterval(() => void this.#reconsiderAll(), recheck);
    this.#timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopListening();
    await this.#server?.close();
    await this.revisions.close();
  }

  async #admit(socket: CollabSocket): Promise<void> {
    const { cookie } = socket.handshake.headers;
    const who = await this.authenticator.authenticate(cookie);
    this.#sessions.set(socket, { cookie, who });
    if (who.kind !== 'person') return;
    const forget = this.live.track(who.session, () => socket.disconnect(true));
    socket.on('disconnect', forget);
  }

  async #reconsiderAll(): Promise<void> {
    try {
      await this.texts.reconsiderAll();
    } catch (error) {
      this.#log.error(`rights could not be asked again: ${String(error)}`);
    }
  }
}

const said = (details: Readonly<Record<string, unknown>>): string =>
  Object.entries(details)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');
