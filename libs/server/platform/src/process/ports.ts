import { createServer } from 'node:net';

/** Listens for a moment: the only way to learn whether a port is free. Without a host, on all addresses. */
function tryPort(port: number, host?: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}

export async function isPortFree(port: number, host?: string): Promise<boolean> {
  return (await tryPort(port, host)) !== null;
}

/**
 * A port of this machine that nobody listens on at the moment.
 * @throws Error when the system gives none.
 */
export async function freePort(): Promise<number> {
  const port = await tryPort(0, '127.0.0.1');
  if (port === null) throw new Error('this machine gives no free port');
  return port;
}
