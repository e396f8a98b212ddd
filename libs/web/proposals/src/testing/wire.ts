import { type CollabConnection } from '@tavolo/collaboration/provider';

type Listener = (...args: never[]) => void;
type Answer = (error: null, reply: unknown) => void;

/** Listeners by the name of the event. */
class Ears {
  private readonly listeners = new Map<string, Set<Listener>>();

  readonly on = (event: string, listener: Listener): this => {
    this.listeners.set(event, (this.listeners.get(event) ?? new Set()).add(listener));
    return this;
  };

  readonly off = (event: string, listener: Listener): this => {
    this.listeners.get(event)?.delete(listener);
    return this;
  };

  hear(event: string, args: readonly unknown[]): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener(...(args as never[]));
  }
}

/** Bytes as the realm of the test knows them, whatever realm made them. */
function carried(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Uint8Array.from(value as Uint8Array);
  if (Object.prototype.toString.call(value) === '[object ArrayBuffer]')
    return Uint8Array.from(new Uint8Array(value as ArrayBuffer));
  if (Array.isArray(value)) return value.map(carried);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, carried(inner)]));
}

/**
 * Both ends of a connection in one process. What is sent waits in two queues, one each way, until the test delivers it:
 * so a seed decides what overtakes what.
 */
export class Wire {
  readonly toServer: (() => void)[] = [];
  readonly toClient: (() => void)[] = [];
  private readonly client = new Ears();
  private server = new Ears();
  private isOpen = false;

  /** @param decode an event that the server encoded once for several sockets */
  constructor(
    private readonly member: string,
    private readonly welcome: (socket: unknown) => void,
    private readonly decode: (packet: Uint8Array) => readonly [event: string, ...args: unknown[]],
  ) {}

  get connected(): boolean {
    return this.isOpen;
  }

  /** What a provider takes for its connection. */
  get connection(): CollabConnection {
    const { client } = this;
    const emit = (event: string, ...args: unknown[]): void => this.ask(event, args);
    const connection = { emit, on: client.on, off: client.off, timeout: () => ({ emit }), volatile: { emit } };
    Object.defineProperty(connection, 'connected', { get: () => this.isOpen });
    return connection as unknown as CollabConnection;
  }

  connect(): void {
    this.isOpen = true;
    const server = new Ears();
    this.server = server;
    const isHere = (): boolean => this.isOpen && server === this.server;
    const tell = (event: string, args: readonly unknown[]): void => {
      if (isHere()) this.tell(event, args);
    };
    const socket = {
      on: server.on,
      emit: (event: string, ...args: unknown[]) => tell(event, args),
      client: {
        _packet: (packets: readonly Uint8Array[]) => {
          for (const packet of packets) {
            const [event, ...args] = this.decode(packet);
            tell(event, args);
          }
        },
      },
      conn: {},
      handshake: { auth: { member: this.member } },
      disconnect: () => this.disconnect(),
    };
    Object.defineProperty(socket, 'connected', { get: isHere });
    this.welcome(socket);
    this.client.hear('connect', []);
  }

  /** Breaks the connection: what is on its way is lost. */
  disconnect(): void {
    this.isOpen = false;
    this.toServer.length = 0;
    this.toClient.length = 0;
    this.server.hear('disconnect', []);
    this.client.hear('disconnect', []);
  }

  private ask(event: string, args: readonly unknown[]): void {
    if (!this.isOpen) return;
    const { server } = this;
    const last = args.at(-1);
    const respond = (reply: unknown): void => {
      if (server === this.server) this.toClient.push(() => (last as Answer)(null, carried(reply)));
    };
    const given = typeof last === 'function' ? [...args.slice(0, -1).map(carried), respond] : args.map(carried);
    this.toServer.push(() => server.hear(event, given));
  }

  private tell(event: string, args: readonly unknown[]): void {
    const given = args.map(carried);
    this.toClient.push(() => this.client.hear(event, given));
  }
}
