import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';

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
  ) {
    super(application);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const { origins, parser } = this;
    return super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
      serveClient: false,
      parser,
      perMessageDeflate: false,
      maxHttpBufferSize: largestFrame,
      allowRequest: (request, decide) => {
        const { origin, host } = request.headers;
        decide(null, origins.allows(origin, host));
      },
    } as ServerOptions);
  }
}
