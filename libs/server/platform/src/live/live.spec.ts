import { jest } from '@jest/globals';
import { type Fact, type LiveClientEvents, type LiveServerEvents, type Watched } from '@tavolo/contracts';
import { instant } from '@tavolo/kernel';
import { type Socket } from 'socket.io-client';
import { ActRunner } from '../acts/act-runner.js';
import { system } from '../acts/who.js';
import { AuditSpaces } from '../audit/write/audit-spaces.js';
import { MoveClock } from '../clock/move-clock.act.js';
import { testDatabase, type TestDatabase } from '../database/test-database.js';
import { Note } from '../testing/note.act.js';
import { LiveClients, type LiveClient } from '../testing/live-clients.js';
import { platformApp, type PlatformApp } from '../testing/platform-app.js';
import { LiveGateway } from './live.gateway.js';
import { LiveSessions } from './live-sessions.js';

// Hundreds of messages, on machines that are busy.
jest.setTimeout(30_000);

describe('/live', () => {
  let database: TestDatabase;
  let platform: PlatformApp;
  const clients = new LiveClients(() => platform.url);

  beforeAll(async () => {
    database = await testDatabase([], []);
    platform = await platformApp(database);
  });

  afterEach(() => {
    clients.disconnect();
    platform.access.denied.clear();
    platform.sessions.ended.clear();
  });

  afterAll(async () => {
    await platform.close();
    await database.close();
  });

  const open = clients.open.bind(clients);
  const watch = async (client: LiveClient, request: Parameters<LiveClientEvents['watch']>[0]): Promise<Watched> => {
    const answer = await client.emitWithAck('watch', request);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.data;
  };
  type Told<Event extends keyof LiveServerEvents> = Parameters<LiveServerEvents[Event]>[0];
  const next = <Event extends keyof LiveServerEvents>(client: LiveClient, event: Event) =>
    new Promise<Told<Event>>((resolve) => {
      const untyped = client as unknown as { once(name: string, listener: (told: Told<Event>) => void): void };
      untyped.once(event, resolve);
    });
  const happen = async (subject: string, room?: string): Promise<void> => {
    const { id: space } = await platform.app.get(AuditSpaces).system(database.dataSource.manager);
    const act = new Note(space, (_, context) =>
      context.announce({ table: 'T-FAM', act: 'doc.revision', subject, ...(room !== undefined && { room }) }),
    );
    await platform.app.get(ActRunner).run(act, { stream: subject, text: 'x' }, system);
  };

  it('tells everyone who watches a table what happened there', async () => {
    const [anna, visitor] = [open('anna'), open(null)];
    await watch(anna, { table: 'T-FAM' });
    await watch(visitor, { table: 'T-FAM' });
    const facts = Promise.all([next(anna, 'fact'), next(visitor, 'fact')]);
    await happen('proposal:P-1');
    const [fact, same] = await facts;
    expect(fact).toEqual({ table: 'T-FAM', act: 'doc.revision', subject: 'proposal:P-1', version: expect.any(Number) });
    expect(same).toEqual(fact);
  });

  it('gives what was missed to whoever comes back, and says when it cannot', async () => {
    const anna = open('anna');
    const first = await watch(anna, { table: 'T-FAM' });
    expect(first.missed).toBeNull();
    anna.disconnect();
    await happen('proposal:P-2');
    await happen('proposal:P-3');
    const again = open('anna');
    const since = { epoch: first.epoch, version: first.version };
    const { missed, version } = await watch(again, { table: 'T-FAM', since });
    expect(missed?.map(({ subject }: Fact) => subject)).toEqual(['proposal:P-2', 'proposal:P-3']);
    expect(version).toBe(first.version + 2);
    const strange = await watch(again, { table: 'T-FAM', since: { epoch: 'before the restart', version: 1 } });
    expect(strange.missed).toBeNull();
  });

  it('keeps the facts of a smaller room in it', async () => {
    const [bench, table] = [open('anna'), open('bruno')];
    platform.access.denied.add('bruno T-FAM/bench:third');
    await watch(bench, { table: 'T-FAM', room: 'bench:third' });
    await watch(table, { table: 'T-FAM' });
    await expect(watch(table, { table: 'T-FAM', room: 'bench:third' })).rejects.toThrow('not_found');
    const heard: Fact[] = [];
    table.on('fact', (fact) => heard.push(fact));
    const inRoom = next(bench, 'fact');
    await happen('proposal:P-4', 'bench:third');
    expect(await inRoom).toMatchObject({ subject: 'proposal:P-4', room: 'bench:third' });
    const outside = next(table, 'fact');
    await happen('proposal:P-5');
    await outside;
    expect(heard.map(({ subject }) => subject)).toEqual(['proposal:P-5']);
  });

  it('shows by pseudonym who is looking', async () => {
    const anna = open('anna');
    await watch(anna, { table: 'T-SEEN' });
    const arrival = next(anna, 'presence');
    const bruno = open('bruno');
    expect((await watch(bruno, { table: 'T-SEEN' })).present).toEqual(['m_anna', 'm_bruno']);
    expect((await arrival).present).toEqual(['m_anna', 'm_bruno']);
    const departure = next(anna, 'presence');
    bruno.disconnect();
    expect((await departure).present).toEqual(['m_anna']);
  });

  it('shows visitors nobody, and whoever has become a member the others at once', async () => {
    const [visitor, anna] = [open(null), open('anna')];
    const heard: unknown[] = [];
    visitor.on('presence', (presence) => heard.push(presence));
    expect((await watch(visitor, { table: 'T-SHY' })).present).toEqual([]);
    expect((await watch(anna, { table: 'T-SHY' })).present).toEqual(['m_anna']);
    const guest = open('bruno');
    platform.access.guests.add('bruno');
    expect((await watch(guest, { table: 'T-SHY' })).present).toEqual([]);
    platform.access.guests.delete('bruno');
    const told = Promise.all([next(guest, 'presence'), next(anna, 'presence')]);
    await platform.app.get(LiveGateway).recheck('T-SHY');
    for (const { present } of await told) expect(present).toEqual(['m_anna', 'm_bruno']);
    platform.access.guests.add('bruno');
    const gone = next(anna, 'presence');
    await platform.app.get(LiveGateway).recheck('T-SHY');
    expect((await gone).present).toEqual(['m_anna']);
    // What was sent to her before has arrived when this is answered.
    await watch(visitor, { table: 'T-OTHER' });
    expect(heard).toEqual([]);
  });

  it('stops telling whoever no longer watches', async () => {
    const anna = open('anna');
    await watch(anna, { table: 'T-FAM' });
    expect(await anna.emitWithAck('unwatch', { table: 'T-FAM' })).toEqual({ ok: true, data: null });
    expect((await watch(anna, { table: 'T-OTHER' })).present).toEqual(['m_anna']);
  });

  it('refuses a table that may not be watched, and a message that no honest client sends', async () => {
    const bruno = open('bruno');
    platform.access.denied.add('bruno T-COA');
    await expect(watch(bruno, { table: 'T-COA' })).rejects.toThrow('not_found');
    for (const nonsense of [null, 'T-FAM', { table: '../x' }, { table: 'T-FAM', extra: 1 }, []]) {
      await expect(watch(bruno, nonsense as never)).rejects.toThrow('invalid_input');
    }
  });

  it('survives what no client sends, with an answer asked for or not', async () => {
    const [hostile, anna] = [open('anna'), open('anna')];
    const say = hostile as unknown as { emit(event: string, ...rest: unknown[]): void };
    await watch(hostile, { table: 'T-FAM' });
    for (const nonsense of [
      undefined,
      null,
      5,
      'x'.repeat(1000),
      [],
      [[]],
      { table: { $ne: null } },
      new Uint8Array(9),
    ]) {
      for (const event of ['watch', 'unwatch', 'fact', 'presence', 'dismissed', '__proto__', 'constructor']) {
        say.emit(event, nonsense);
        say.emit(event, nonsense, nonsense, nonsense);
      }
      await expect(watch(hostile, nonsense as never)).rejects.toThrow('invalid_input');
    }
    const polluting = JSON.parse('{"table":"T-FAM","__proto__":{"polluted":1}}') as never;
    await expect(watch(hostile, polluting)).rejects.toThrow('invalid_input');
    expect('polluted' in {}).toBe(false);
    const heard: unknown[] = [];
    anna.onAny((event: string) => heard.push(event));
    await watch(anna, { table: 'T-COA' });
    expect(heard).not.toContain('fact');
  });

  it('lets one socket watch a hundred rooms and no more, and says so', async () => {
    const anna = open('anna');
    const asked = Array.from({ length: 101 }, (_, room) =>
      anna.emitWithAck('watch', { table: 'T-FAM', room: `r${room}` }),
    );
    const refused = (await Promise.all(asked)).filter((answer) => !answer.ok);
    expect(refused).toEqual([{ ok: false, error: { code: 'too_many_requests', params: { most: 100 } } }]);
    expect(await anna.emitWithAck('unwatch', { table: 'T-FAM', room: 'r0' })).toMatchObject({ ok: true });
    expect(await anna.emitWithAck('watch', { table: 'T-FAM' })).toMatchObject({ ok: true });
  });

  it('answers one socket three hundred times at once, then asks it to wait, and the others go on', async () => {
    const [anna, bruno] = [open('anna'), open('bruno')];
    const asked = Array.from({ length: 600 }, () => anna.emitWithAck('unwatch', { table: 'T-FAM' }));
    const refused = (await Promise.all(asked)).filter((answer) => !answer.ok);
    const wait = { code: 'too_many_requests', params: { retryAfterSeconds: expect.any(Number) } };
    expect(refused).toEqual(refused.map(() => ({ ok: false, error: wait })));
    // A busy machine takes its time, in which more may be asked again: how many are refused is not certain.
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(300);
    await watch(bruno, { table: 'T-FAM' });
  });

  it('lets go at once when a right is lost', async () => {
    const bruno = open('bruno');
    await watch(bruno, { table: 'T-FAM' });
    platform.access.denied.add('bruno T-FAM');
    const dismissed = next(bruno, 'dismissed');
    await platform.app.get(LiveGateway).recheck();
    expect(await dismissed).toEqual({ table: 'T-FAM' });
  });

  it('closes the sockets of a session that is revoked, or that is found ended', async () => {
    const [alba, bruno] = [open('alba'), open('bruno')];
    await watch(alba, { table: 'T-FAM' });
    await watch(bruno, { table: 'T-FAM' });
    const closed = [alba, bruno].map(
      (client) => new Promise((resolve) => (client as unknown as Socket).once('disconnect', resolve)),
    );
    platform.app.get(LiveSessions).revoke('alba');
    expect(await closed[0]).toBe('io server disconnect');
    platform.sessions.ended.add('bruno');
    await platform.app.get(LiveGateway).recheck();
    expect(await closed[1]).toBe('io server disconnect');
  });

  it('does not open to pages of another site', async () => {
    const foreign = open('anna', 'https://evil.example');
    expect(
      await new Promise((resolve) => (foreign as unknown as Socket).once('connect_error', () => resolve('refused'))),
    ).toBe('refused');
  });

  it('says that it is not available while nobody can be known, and not why', async () => {
    platform.sessions.fault = new Error('connect ECONNREFUSED 127.0.0.1:5432');
    const refused = new Promise<Error & { data?: unknown }>((resolve) =>
      (open('anna') as unknown as Socket).once('connect_error', resolve),
    );
    const { message, data } = await refused;
    platform.sessions.fault = null;
    expect({ message, data }).toEqual({ message: 'unavailable', data: { code: 'unavailable', params: {} } });
  });

  it('tells everyone when the clock of a demonstration is moved', async () => {
    const anna = open('anna');
    await watch(anna, { table: 'T-FAM' });
    const moved = next(anna, 'clock');
    const to = instant('2026-12-02T08:00:00.000Z');
    await platform.app.get(ActRunner).run(platform.app.get(MoveClock), { now: to }, system);
    expect((await moved).now.slice(0, 16)).toBe('2026-12-02T08:00');
  });
});
