import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { loadConfig } from './config.js';
import { freePort, settlePort } from './ports.js';

describe('the port of the server', () => {
  let squatter: Server;
  let taken: number;

  beforeEach(async () => {
    taken = await freePort();
    squatter = createServer().listen(taken, '127.0.0.1');
    await once(squatter, 'listening');
  });

  afterEach(() => squatter.close());

  it('is named when another program has it, with the way out', async () => {
    const config = loadConfig({ PORT: String(taken) });
    await expect(settlePort(config)).rejects.toThrow(
      `Port ${taken} is in use by another program. Stop that program, or choose another port: PORT=${taken + 1} npm start`,
    );
  });

  it('is kept when it is free', async () => {
    const config = loadConfig({ PORT: String(await freePort()) });
    expect(await settlePort(config)).toBe(config);
  });

  it('is a free one when the settings say 0, also in the address to open', async () => {
    const { port, publicUrl } = await settlePort(loadConfig({ PORT: '0' }));
    expect(port).toBeGreaterThan(0);
    expect(publicUrl).toBe(`http://localhost:${port}`);
  });

  it('does not touch a public address that was set', async () => {
    const config = loadConfig({ PORT: '0', PUBLIC_URL: 'https://tavolo.example.org' });
    expect((await settlePort(config)).publicUrl).toBe('https://tavolo.example.org');
  });
});
