import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { userForNewCluster, type RunAs } from './run-as.js';
import { Checkout, type RunningCheckout } from './checkout.e2e.js';

const root = userForNewCluster();
jest.setTimeout(60_000);

describe('the embedded PostgreSQL', () => {
  let prepared: string;
  let folder: string;
  let data: string;
  let lines: string[] = [];
  const running: (EmbeddedPostgres | RunningCheckout)[] = [];
  const log = { info: (line: string) => void lines.push(line), warn: (line: string) => void lines.push(line) };

  beforeAll(async () => {
    prepared = mkdtempSync(join(tmpdir(), 'tavolo-prepared-'));
    chmodSync(prepared, 0o711);
    const server = await startEmbeddedPostgres({ dataFolder: prepared, log, durable: false });
    await server.stop();
  });

  afterAll(() => rmSync(prepared, { recursive: true, force: true }));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tavolo-embedded-'));
    chmodSync(folder, 0o711);
    data = join(folder, 'data');
    lines = [];
  });

  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const start = async (persistentPlaces?: string[]): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({
      dataFolder: data,
      log,
      ...(persistentPlaces && { persistentPlaces }),
    });
    running.push(server);
    return server;
  };

  const ask = async (url: string, question: string): Promise<unknown> => {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<Record<string, unknown>>({ text: question });
      return rows.map((row) => Object.values(row)[0]);
    } finally {
      await client.end().catch(() => undefined);
    }
  };

  /** The data folder of an installation that was started before: making one takes much longer than copying one. */
  const startedBefore = (): void => {
    execFileSync('cp', ['-a', prepared, data]);
  };

  const remember = (url: string): Promise<unknown> => ask(url, `create table memory as select 'kept' as word`);
  const recall = (url: string): Promise<unknown> => ask(url, 'select word from memory');
  const lockFile = (): string => join(data, 'postgres', 'postmaster.pid');
  const postmaster = (): number => Number.parseInt(readFileSync(lockFile(), 'utf8'), 10);

  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    const giveUpAt = Date.now() + 20_000;
    while (!(await holds())) {
      await pause(20);
      if (Date.now() > giveUpAt) throw new Error('it did not come to pass');
    }
  };

  it('is made at the first start, and kept with its port', async () => {
    const first = await start();
    await remember(first.ownerUrl);
    await first.stop();
    const second = await start();
    expect(second).toMatchObject({ ownerUrl: first.ownerUrl, appUrl: first.appUrl });
    expect(await recall(second.ownerUrl)).toEqual(['kept']);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['Creating', 'Starting']);
  });

  it('lets nobody in without the password, and listens to this machine alone', async () => {
    startedBefore();
    const { ownerUrl, appUrl } = await start();
    for (const url of [ownerUrl, appUrl]) {
      const guess = new URL(url);
      guess.password = 'guess';
      await expect(ask(guess.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    }
    const settings = `select name || '=' || setting from pg_settings
      where name in ('listen_addresses', 'fsync', 'password_encryption') order by 1`;
    expect(await ask(ownerUrl, settings)).toEqual([
      'fsync=on',
      'listen_addresses=127.0.0.1',
      'password_encryption=scram-sha-256',
    ]);
    const socketFolder = readFileSync(lockFile(), 'utf8').split('\n')[4];
    expect(socketFolder).toBe('');
    expect(statSync(join(data, 'keys')).mode & 0o777).toBe(0o700);
    expect(statSync(join(data, 'keys', 'embedded-postgres.json')).mode & 0o777).toBe(0o600);
  });

  it('gives an owner who is no superuser, and an application without DDL', async () => {
    startedBefore();
    const { ownerUrl, appUrl } = await start();
    expect(await ask(ownerUrl, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([false]);
    await expect(ask(appUrl, 'create table mine (id int)')).rejects.toMatchObject({ code: '42501' });
  });

  it('starts over a lock file whose process id is now that of another program', async () => {
    startedBefore();
    const first = await start();
    await remember(first.ownerUrl);
    const lock = readFileSync(lockFile(), 'utf8');
    await first.stop();
    writeFileSync(lockFile(), lock.replace(/^\d+/, String(process.pid)));
    expect(await recall((await start()).ownerUrl)).toEqual(['kept']);
  });

  it('takes another port when its own was given away', async () => {
    startedBefore();
    const first = await start();
    const { port } = new URL(first.ownerUrl);
    await first.stop();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(Number(port), '127.0.0.1', resolve));
    const second = await start();
    expect(new URL(second.ownerUrl).port).not.toBe(port);
    expect(await ask(second.appUrl, 'select 1')).toEqual([1]);
    await new Promise((resolve) => squatter.close(resolve));
  });

  it('starts again when it is killed under a running application', async () => {
    startedBefore();
    const server = await start();
    await remember(server.ownerUrl);
    process.kill(postmaster(), 'SIGKILL');
    await until(() =>
      recall(server.ownerUrl).then(
        () => lines.some((line) => line.includes('ended unexpectedly')),
        () => false,
      ),
    );
    expect(await recall(server.ownerUrl)).toEqual(['kept']);
  });

  it('goes on after an interrupted creation', async () => {
    mkdirSync(join(data, 'postgres.new', 'base'), { recursive: true });
    chmodSync(data, 0o711);
    writeFileSync(join(data, '.initdb-password'), 'left behind');
    expect(await ask((await start()).appUrl, 'select 1')).toEqual([1]);
    expect(existsSync(join(data, '.initdb-password'))).toBe(false);
  });

  it('says which file is missing when its passwords are gone', async () => {
    startedBefore();
    await (await start()).stop();
    rmSync(join(data, 'keys'), { recursive: true });
    await expect(start()).rejects.toThrow(/keys.embedded-postgres\.json is missing/);
  });

  it('does not touch the files of another major version', async () => {
    startedBefore();
    await (await start()).stop();
    writeFileSync(join(data, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow('was made by PostgreSQL 17');
  });

  describe('in a process of its own', () => {
    let checkout: Checkout;

    beforeAll(() => (checkout = new Checkout(mkdtempSync(join(tmpdir(), 'tavolo-checkout-')))));
    beforeEach(() => checkout.open());
    afterAll(() => rmSync(checkout.folder, { recursive: true }));

    const run = async (user: RunAs | null): Promise<RunningCheckout> => {
      const server = await checkout.start(data, user);
      running.push(server);
      return server;
    };

    it('is found and used again when only the application was killed', async () => {
      startedBefore();
      const killed = await run(null);
      await remember(killed.ownerUrl);
      const pid = postmaster();
      await killed.kill();
      const next = await start();
      expect(lines.join('\n')).toContain('still running from an earlier start');
      expect(postmaster()).toBe(pid);
      expect(await recall(next.ownerUrl)).toEqual(['kept']);
      await next.stop();
      expect(existsSync(lockFile())).toBe(false);
    });

    it('recovers what was committed when everything was killed', async () => {
      startedBefore();
      const killed = await run(null);
      await remember(killed.ownerUrl);
      const pid = postmaster();
      await killed.kill();
      process.kill(pid, 'SIGKILL');
      const next = await start();
      expect(postmaster()).not.toBe(pid);
      expect(await recall(next.ownerUrl)).toEqual(['kept']);
    });

    it('refuses a second application on the same data folder, and does not disturb the first', async () => {
      startedBefore();
      const first = await run(null);
      await expect(start()).rejects.toThrow('Another Tavolo process is using the database');
      expect(await ask(first.appUrl, 'select 1')).toEqual([1]);
    });

    if (root !== null) {
      it('runs as an unprivileged user when root starts it', async () => {
        await run(null);
        expect(statSync(join(data, 'postgres')).uid).toBe(root.uid);
      });

      it('runs for an ordinary user as that user', async () => {
        data = join(folder, 'home', 'data');
        mkdirSync(join(folder, 'home'));
        checkout.give(root, join(folder, 'home'));
        const server = await run(root);
        expect(await ask(server.appUrl, 'select 1')).toEqual([1]);
        expect(statSync(join(data, 'postgres', 'PG_VERSION')).uid).toBe(root.uid);
        await server.stop();
        expect(await ask((await start()).appUrl, 'select 1')).toEqual([1]);
      });

      it("tells an ordinary user that the database is another user's", async () => {
        startedBefore();
        await (await start()).stop();
        const nobodyElse = { uid: root.uid + 1, gid: root.gid };
        await expect(run(nobodyElse)).rejects.toThrow(`belongs to another user (uid ${root.uid})`);
      });

      it('works for root in a folder that nobody else can enter, and says where the data is', async () => {
        checkout.close();
        data = join(checkout.folder, 'data');
        const place = join(folder, 'persistent');
        const first = await checkout.start(data, null, place);
        running.push(first);
        await remember(first.ownerUrl);
        const lies = readFileSync(join(data, 'postgres.location'), 'utf8').trim();
        expect(lies.startsWith(place)).toBe(true);
        expect(first.lines.join('\n')).toContain(`the database lies in ${lies}`);
        await first.stop();
        const second = await checkout.start(data, null, place);
        running.push(second);
        expect(await recall(second.ownerUrl)).toEqual(['kept']);
        await second.stop();
        rmSync(data, { recursive: true });
        const fresh = await checkout.start(data, null, place);
        running.push(fresh);
        await expect(recall(fresh.ownerUrl)).rejects.toMatchObject({ code: '42P01' });
        expect(fresh.lines.join('\n')).toContain('was set aside');
      });
    }
  });
});
