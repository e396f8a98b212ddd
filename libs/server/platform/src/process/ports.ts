import { createServer } from 'node:net';
import { localAddress, type Config } from './config.js';

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

/**
 * Makes sure that the port of the settings can be listened on, and replaces port 0 by a free one, also in the public
 * address when that was not set.
 * @throws Error naming the port and how to choose another.
 */
export async function settlePort(config: Config): Promise<Config> {
  const { port, publicUrl, host } = config;
  if (port === 0) {
    const free = await freePort();
    return { ...config, port: free, publicUrl: publicUrl === localAddress(0) ? localAddress(free) : publicUrl };
  }
  if (await isPortFree(port, host ?? undefined)) return config;
  throw new Error(
    `Port ${port} is in use by another program${host === null ? '' : `, or ${host} is no address of this machine`}. ` +
      `Stop that program, or choose another port: PORT=${port + 1} npm start`,
  );
}
