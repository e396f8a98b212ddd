import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import type { SocketDoor } from '../live/socket-door.js';

/** Decides from which pages a socket may be opened; `origin` and `host` are the headers of the handshake. */
export interface SocketOrigins {
  allows(origin: string | undefined, host: string | undefined): boolean;
}

/** How frames are written and read; must speak msgpack, as clients do. */
export interface SocketParser {
  readonly protocol: number;
  readonly Encoder: new () => object;
  readonly Decoder: new () => object;
}

/** Frames up to this size, in bytes, are taken; a larger one closes its connection. */
const largestFrame = 300_000;

/**
 * socket.io as Tavolo uses it: WebSocket only (so no sticky sessions, and no polling endpoint), packed binary messages,
 * no compression (it costs memory for each socket), and a handshake only from pages of this installation. `cors` alone
 * would not do that: browsers open a WebSocket to any host and send the cookie along.
 */
export class SocketAdapter extends IoAdapter {
  constructor(
    application: INestApplicationContext,
    private readonly origins: SocketOrigins,
    /** Reads what strangers send: it must refuse a frame that claims more than it carries. */
    private readonly parser: SocketParser,
    /** Counts the connections of each address; without it they are not limited. */
    private readonly door: Pick<SocketDoor, 'admits' | 'opened'> | null = null,
  ) {
    super(application);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const { origins, parser, door } = this;
    const server = super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
      serveClient: false,
      parser,
      perMessageDeflate: false,
      maxHttpBufferSize: largestFrame,
      allowRequest: (request, decide) => {
        const { origin, host } = request.headers;
        if (door === null || !origins.allows(origin, host)) {
          decide(null, origins.allows(origin, host));
          return;
        }
        door.admits(request).then(
          (admitted) => decide(null, admitted),
          () => decide(null, false),
        );
      },
    } as ServerOptions);
    if (door !== null) {
      server.engine.on(
        'connection',
        (connection: { request: IncomingMessage; once(event: 'close', f: () => void): void }) => {
          connection.once('close', door.opened(connection.request));
        },
      );
    }
    return server;
  }
}
