import { liveNamespace, type LiveClientEvents, type LiveServerEvents } from '@tavolo/contracts';
import { io, type Socket } from 'socket.io-client';
import * as msgpack from 'socket.io-msgpack-parser';

export type LiveClient = Socket<LiveServerEvents, LiveClientEvents>;

/** For tests: sockets of `/live` as pages open them, which never come back by themselves. */
export class LiveClients {
  private readonly opened: LiveClient[] = [];

  /** @param url reads the address of the server when a socket is opened */
  constructor(private readonly url: () => string) {}

  /** Of a person, or with `null` of a visitor. */
  open(person: string | null, origin = 'http://localhost:3000'): LiveClient {
    const client: LiveClient = io(`${this.url()}${liveNamespace}`, {
      transports: ['websocket'],
      parser: msgpack,
      forceNew: true,
      reconnection: false,
      extraHeaders: { origin, ...(person !== null && { cookie: `tavolo=${person}` }) },
    });
    this.opened.push(client);
    return client;
  }

  disconnect(): void {
    for (const client of this.opened.splice(0)) client.disconnect();
  }
}
