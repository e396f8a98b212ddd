import { connect } from 'node:net';
import { healthSchema } from '@tavolo/contracts';
import { freePort, isPortFree } from './ports.js';
import { StartingServer } from './starting-server.js';

describe('while the application starts', () => {
  let starting: StartingServer;
  let port: number;

  beforeEach(async () => {
    port = await freePort();
    starting = await StartingServer.open({ port, host: '127.0.0.1' }, '1.2.3');
  });

  afterEach(() => starting.close());

  const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
  const details = async () => {
    const { status, version, checks } = healthSchema.parse(await (await get('/health')).json());
    expect([status, version]).toEqual(['failing', '1.2.3']);
    return Object.entries(checks).map(([name, { ok, detail }]) => `${name} ${detail}${ok ? '' : ' (not ok)'}`);
  };

  it('the health says step by step what is ready', async () => {
    expect(await details()).toEqual([
      'database is being made ready (not ok)',
      'migrations waits for what comes before it (not ok)',
      'application waits for what comes before it (not ok)',
    ]);
    starting.reached('database');
    expect(await details()).toEqual([
      'database is ready',
      'migrations is being made ready (not ok)',
      'application waits for what comes before it (not ok)',
    ]);
    expect((await get('/health?x=1')).status).toBe(503);
  });

  it('a page that somebody opens says so in both languages, and loads itself again', async () => {
    const answer = await get('/tables/T-FAM');
    const text = await answer.text();
    expect(answer.status).toBe(503);
    expect(text).toContain('Tavolo is starting');
    expect(text).toContain('Tavolo si sta avviando');
    expect(text).toContain('http-equiv="refresh"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('nothing that is sent is done, and clients are told to come back', async () => {
    const answer = await get('/api/v1/session', { method: 'POST', body: '{}' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  });

  it('the port is given back at once, also from those who keep a connection open', async () => {
    const idle = connect(port, '127.0.0.1').on('error', () => undefined);
    await new Promise((resolve) => idle.once('connect', resolve));
    await get('/health');
    await starting.close();
    await starting.close();
    expect(await isPortFree(port, '127.0.0.1')).toBe(true);
    idle.destroy();
  });
});
