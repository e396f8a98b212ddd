import {
  liveNamespace,
  unwatchRequestSchema,
  watchRequestSchema,
  type LiveAnswer,
  type LiveClientEvents,
  type LiveServerEvents,
  type Watched,
} from '@tavolo/contracts';
import { type Instant } from '@tavolo/kernel';
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import { type Namespace, type Socket } from 'socket.io';
import { parse } from '../acts/parse.js';
import { NotFound, PlatformRefusal } from '../acts/problems.js';
import { type Who } from '../acts/who.js';
import { Authenticator } from '../http/authenticator.js';
import { Public, Reads } from '../http/declarations.js';
import { RateLimiter, type RateRule } from '../http/rate-limiter.js';
import { answered, refusedConnection } from './answered.js';
import { FactBus } from './fact-bus.js';
import { FactHistory, roomKey, type RoomName } from './fact-history.js';
import { LiveSessions } from './live-sessions.js';
import { SocketDoor } from './socket-door.js';
import { TableAccess } from './table-access.js';

interface Watching extends RoomName {
  /** Pseudonym that the others see. */
  readonly member: string | null;
  /** Whether she is told who else is looking. */
  readonly seesPresence: boolean;
}

interface SocketData {
  who: Who;
  watching: Map<string, Watching>;
  forget: () => void;
}

type NoEvents = Record<string, never>;
type LiveSocket = Socket<LiveClientEvents, LiveServerEvents, NoEvents, SocketData>;

const RECHECK_MILLIS = 60_000;

/** One socket watches so many rooms at most: a page watches two. */
const MOST_WATCHED = 100;
/** What one socket may ask for: each question is answered from the database. */
const asking: RateRule = { capacity: 300, refillSeconds: 60 };

/**
 * `/live`: tells those who watch a table what happened there, and who else is looking. Only the server sends facts. Who
 * may watch is asked when somebody begins to, each minute, and whenever `recheck` is called; a session that ends closes
 * its sockets at once.
 */
@WebSocketGateway({ namespace: liveNamespace })
export class LiveGateway
  implements OnGatewayInit, OnGatewayConnection<LiveSocket>, OnGatewayDisconnect<LiveSocket>, OnApplicationShutdown
{
  readonly #log = new Logger('Live');
  readonly #history = new FactHistory();
  readonly #stopListening: () => void;
  #timer: NodeJS.Timeout | null = null;
  @WebSocketServer() private readonly namespace: Namespace<LiveClientEvents, LiveServerEvents, NoEvents, SocketData>;

  constructor(
    private readonly authenticator: Authenticator,
    private readonly access: TableAccess,
    private readonly sessions: LiveSessions,
    private readonly limiter: RateLimiter,
    facts: FactBus,
    door: SocketDoor,
  ) {
    door.recognise(authenticator);
    this.#stopListening = facts.subscribe((fresh) => {
      const fact = this.#history.add(fresh);
      this.namespace.to(roomKey(fact)).emit('fact', fact);
    });
  }

  afterInit(namespace: Namespace<LiveClientEvents, LiveServerEvents, NoEvents, SocketData>): void {
    namespace.use((socket, next) => {
      this.#admit(socket).then(
        () => next(),
        (error: unknown) => next(refusedConnection(error)),
      );
    });
    this.#timer = setInterval(() => void this.recheck(), RECHECK_MILLIS);
    this.#timer.unref();
  }

  handleConnection(socket: LiveSocket): void {
    const { who } = socket.data;
    if (who.kind !== 'person') return;
    socket.data.forget = this.sessions.track(who.session, () => {
      socket.emit('dismissed', { table: '*' });
      socket.disconnect(true);
    });
  }

  handleDisconnect(socket: LiveSocket): void {
    socket.data.forget();
    for (const room of socket.data.watching.values()) this.#showPresence(room);
  }

  /** Begin to watch a table; answers what was missed since the last time. */
  @Reads('facts of a table')
  @Public()
  @SubscribeMessage('watch')
  watch(@ConnectedSocket() socket: LiveSocket, @MessageBody() payload: unknown): Promise<LiveAnswer<Watched>> {
    return answered(async () => {
      await this.limiter.take(`live:${socket.id}`, asking);
      const { since, ...name } = parse(watchRequestSchema, payload);
      const { who, watching } = socket.data;
      if (!(await this.access.mayWatch(who, name.table, name.room))) throw new NotFound('table');
      const seeing = await this.#seeing(who, name);
      // She may have gone meanwhile: nobody would ever take her out of the room again.
      if (!socket.connected) throw new NotFound('table');
      const key = roomKey(name);
      // Counted when nothing is waited for any more: several may be asked for at once.
      if (watching.size >= MOST_WATCHED && !watching.has(key)) {
        throw new PlatformRefusal('too_many_requests', { most: MOST_WATCHED });
      }
      watching.set(key, seeing);
      await socket.join(key);
      await this.#placePresence(socket, seeing);
      this.#showPresence(name);
      const version = this.#history.version(key);
      return {
        epoch: this.#history.epoch,
        version,
        missed: this.#history.missed(key, since),
        present: seeing.seesPresence ? this.#present(key) : [],
      };
    });
  }

  /** Stop watching. */
  @Reads('facts of a table')
  @Public()
  @SubscribeMessage('unwatch')
  unwatch(@ConnectedSocket() socket: LiveSocket, @MessageBody() payload: unknown): Promise<LiveAnswer<null>> {
    return answered(async () => {
      await this.limiter.take(`live:${socket.id}`, asking);
      await this.#leave(socket, parse(unwatchRequestSchema, payload));
      return null;
    });
  }

  /** Tells everybody that the clock of the demonstration was moved. */
  clockMoved(now: Instant): void {
    this.namespace.emit('clock', { now });
  }

  /** Asks again for every socket, or for those that watch one table, whether its session is alive and what it may watch. Call it when rights changed. */
  async recheck(table?: string): Promise<void> {
    for (const socket of [...this.namespace.sockets.values()]) {
      const watched = [...socket.data.watching.values()];
      if (table !== undefined && !watched.some((name) => name.table === table)) continue;
      try {
        await this.#recheckSocket(socket);
      } catch (error) {
        this.#log.error(error instanceof Error ? error.message : String(error));
        socket.disconnect(true);
      }
    }
  }

  onApplicationShutdown(): void {
    this.#stopListening();
    if (this.#timer) clearInterval(this.#timer);
  }

  async #admit(socket: LiveSocket): Promise<void> {
    const who = await this.authenticator.authenticate(socket.handshake.headers.cookie);
    socket.data = { who, watching: new Map(), forget: () => undefined };
  }

  async #recheckSocket(socket: LiveSocket): Promise<void> {
    const who = await this.authenticator.authenticate(socket.handshake.headers.cookie);
    if (sessionOf(who) !== sessionOf(socket.data.who)) {
      socket.emit('dismissed', { table: '*' });
      socket.disconnect(true);
      return;
    }
    for (const name of [...socket.data.watching.values()]) {
      if (await this.access.mayWatch(who, name.table, name.room)) {
        await this.#reconsiderPresence(socket, name);
        continue;
      }
      await this.#leave(socket, name);
      socket.emit('dismissed', { table: name.table, ...(name.room !== undefined && { room: name.room }) });
    }
  }

  async #seeing(who: Who, { table, room }: RoomName): Promise<Watching> {
    const member = await this.access.presentAs(who, table);
    return { table, room, member, seesPresence: await this.access.seesPresence(who, table) };
  }

  /** She may have become a member, or be one no longer, and read the table all the same. */
  async #reconsiderPresence(socket: LiveSocket, before: Watching): Promise<void> {
    const now = await this.#seeing(socket.data.who, before);
    const key = roomKey(before);
    if (!socket.data.watching.has(key)) return;
    if (now.member === before.member && now.seesPresence === before.seesPresence) return;
    socket.data.watching.set(key, now);
    await this.#placePresence(socket, now);
    this.#showPresence(now);
  }

  async #placePresence(socket: LiveSocket, { seesPresence, ...name }: Watching): Promise<void> {
    const place = presenceOf(roomKey(name));
    await (seesPresence ? socket.join(place) : socket.leave(place));
  }

  async #leave(socket: LiveSocket, name: RoomName): Promise<void> {
    const key = roomKey(name);
    if (!socket.data.watching.delete(key)) return;
    await socket.leave(key);
    await socket.leave(presenceOf(key));
    this.#showPresence(name);
  }

  #showPresence({ table, room }: RoomName): void {
    const key = roomKey({ table, room });
    const presence = { table, ...(room !== undefined && { room }), present: this.#present(key) };
    this.namespace.to(presenceOf(key)).volatile.emit('presence', presence);
  }

  #present(key: string): string[] {
    const members = new Set<string>();
    for (const socket of this.namespace.sockets.values()) {
      const member = socket.data.watching.get(key)?.member;
      if (member !== undefined && member !== null) members.add(member);
    }
    return [...members].sort();
  }
}

/** Where those are who are told who is looking; no table and no room of one has such a name. */
const presenceOf = (key: string): string => `presence:${key}`;

function sessionOf(who: Who): string | null {
  return who.kind === 'person' ? who.session : null;
}
