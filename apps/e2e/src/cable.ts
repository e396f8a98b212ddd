import { connect, createServer, type Socket } from 'node:net';

/** A network cable between one person and the server, which can be pulled out and put back. */
export interface Cable {
  /** Address of the server through this cable. */
  readonly url: string;
  readonly pull: () => void;
  readonly plugIn: () => void;
  readonly close: () => Promise<void>;
}

/** Lays a cable to a server on this machine. */
export async function layCable(serverUrl: string): Promise<Cable> {
  const target = Number(new URL(serverUrl).port);
  const open = new Set<Socket>();
  let pulled = false;
  const server = createServer((near) => {
    if (pulled) {
      near.destroy();
      return;
    }
    const far = connect(target, 'localhost');
    for (const end of [near, far]) {
      open.add(end);
      end.on('error', () => end.destroy());
      end.on('close', () => {
        open.delete(end);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the cable has no port');
  const cut = (): void => {
    for (const end of open) end.destroy();
  };
  return {
    url: `http://localhost:${address.port}`,
    pull: () => {
      pulled = true;
      cut();
    },
    plugIn: () => {
      pulled = false;
    },
    close: () =>
      new Promise((resolve) => {
        cut();
        server.close(() => resolve());
      }),
  };
}
