import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded/embedded-postgres.js';
import { checkLogins } from './login-check.js';
import { ensureAppLogin, ensureSequencerLogin } from './logins.js';
import { migrate } from './migrate.js';

jest.setTimeout(60_000);

/** Roles belong to a whole server, so these tests have one of their own. */
describe('the logins of application and sequencer', () => {
  let folder: string;
  let data: string;
  let server: EmbeddedPostgres;
  let lines: string[];
  const log = { info: (line: string) => void lines.push(line), warn: (line: string) => void lines.push(line) };
  const forbidden = { code: '42501' };

  beforeAll(async () => {
    lines = [];
    folder = mkdtempSync(join(tmpdir(), 'tavolo-logins-'));
    chmodSync(folder, 0o711);
    data = join(folder, 'data');
    server = await startEmbeddedPostgres({ dataFolder: data, log, durable: false, detached: false });
  });

  beforeEach(() => {
    lines = [];
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const secret = (): string => join(data, 'keys', 'sequencer-login.json');
  const userOf = (url: string): string => new URL(url).username;
  const administratorUrl = (): string => {
    const { administrator } = JSON.parse(readFileSync(join(data, 'keys', 'embedded-postgres.json'), 'utf8')) as {
      administrator: string;
    };
    return withUser(server.ownerUrl, 'postgres', administrator);
  };

  it('are two, kept in the folder of keys, and stay the same', async () => {
    expect([userOf(server.appUrl), userOf(server.sequencerUrl)]).toEqual(['tavolo_app', 'tavolo_sequencer']);
    expect(statSync(secret()).mode & 0o777).toBe(0o600);
    expect(await ensureSequencerLogin(server.ownerUrl, data)).toBe(server.sequencerUrl);
    expect(await ensureAppLogin(server.ownerUrl, data)).toBe(server.appUrl);
  });

  it('are kept apart in an installation of an earlier version, in which one could become the other', async () => {
    rmSync(secret());
    await run(server.ownerUrl, 'alter role tavolo_sequencer nologin password null');
    await run(server.ownerUrl, 'grant tavolo_sequencer to tavolo_app with inherit false, set true');
    await run(server.appUrl, 'set role tavolo_sequencer');

    const sequencerUrl = await ensureSequencerLogin(server.ownerUrl, data);
    expect(userOf(sequencerUrl)).toMatch(/^tavolo_sequencer_[0-9a-f]{8}$/);
    await migrate(server.ownerUrl, [], log);
    await expect(run(server.appUrl, 'set role tavolo_sequencer')).rejects.toMatchObject(forbidden);
    await expect(run(server.appUrl, 'delete from audit.pending')).rejects.toMatchObject(forbidden);
    await run(sequencerUrl, 'delete from audit.pending');
    await expect(run(sequencerUrl, 'select from audit.disclosure')).rejects.toMatchObject(forbidden);

    lines = [];
    await checkLogins({ appUrl: server.appUrl, sequencerUrl }, log);
    expect(lines).toEqual([]);
    expect(await ensureSequencerLogin(server.ownerUrl, data)).toBe(sequencerUrl);
  });

  it('are found at a start not to be kept apart, when somebody else gave the right', async () => {
    await run(administratorUrl(), 'grant tavolo_sequencer to tavolo_app');
    const sequencerUrl = await ensureSequencerLogin(server.ownerUrl, data);
    await checkLogins({ appUrl: server.appUrl, sequencerUrl }, log);
    expect(lines).toEqual([expect.stringContaining('REVOKE tavolo_sequencer FROM tavolo_app')]);
    await run(administratorUrl(), 'revoke tavolo_sequencer from tavolo_app cascade');
    await checkLogins({ appUrl: server.appUrl, sequencerUrl }, log);
    expect(lines).toHaveLength(1);
  });

  it('say in plain words what is wrong with a login that an operator made', async () => {
    await expect(checkLogins({ appUrl: server.appUrl, sequencerUrl: server.appUrl }, log)).rejects.toThrow(
      'The user tavolo_app of SEQUENCER_DATABASE_URL has not the rights of the sequencer of the log: GRANT tavolo_sequencer TO tavolo_app.',
    );
    const wrong = withUser(server.ownerUrl, 'tavolo_sequencer', 'guess');
    await expect(checkLogins({ appUrl: server.appUrl, sequencerUrl: wrong }, log)).rejects.toThrow(
      /sequencer of the log cannot open the database \(SEQUENCER_DATABASE_URL\)/,
    );
  });

  it('are asked for by name where the owner may not make them', async () => {
    await run(administratorUrl(), `create role tenant login password 'tenant'`);
    const elsewhere = join(folder, 'elsewhere');
    const ownerUrl = withUser(server.ownerUrl, 'tenant', 'tenant');
    await expect(ensureSequencerLogin(ownerUrl, elsewhere)).rejects.toThrow(/CREATEROLE.*SEQUENCER_DATABASE_URL/);
    await expect(ensureAppLogin(ownerUrl, elsewhere)).rejects.toThrow(/CREATEROLE.*APP_DATABASE_URL/);
  });
});

function withUser(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
