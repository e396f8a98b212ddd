import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { system } from '../acts/who.js';
import { HeadKeeper } from '../audit/sequencing/head-keeper.js';
import { LeadingSequencer } from '../audit/sequencing/leading-sequencer.js';
import { SequencingRound } from '../audit/sequencing/sequencing-round.js';
import { HeadMemory } from '../audit/signing/head-memory.js';
import { KeyFileSigner } from '../audit/signing/key-file-signer.js';
import { SequencerDatabase } from '../database/sequencer-database.js';
import { testDatabase, type TestDatabase } from '../database/test-database.js';
import { MailStore } from '../mail/mail-store.js';
import { Note } from '../testing/note.act.js';
import { testPlatform, type TestPlatform } from '../testing/test-platform.js';
import { HealthReader } from './health.js';
import { WriteWatch } from './write-watch.js';

describe('health', () => {
  let database: TestDatabase;
  let platform: TestPlatform;
  let signer: KeyFileSigner;
  let own: SequencerDatabase;
  let sequencer: LeadingSequencer;
  let folder: string;
  /** What the operator finds in the log of the server. */
  let logged: unknown[];

  beforeEach(async () => {
    logged = [];
    jest.spyOn(Logger.prototype, 'error').mockImplementation((message: unknown) => void logged.push(message));
    database = await testDatabase([], []);
    platform = await testPlatform(database);
    folder = mkdtempSync(join(tmpdir(), 'tavolo-health-'));
    signer = new KeyFileSigner(randomBytes(32), await HeadMemory.open(join(folder, 'heads.json')));
    const pace = { tickMillis: 10, sealWithinMillis: 300 };
    own = new SequencerDatabase(database.sequencerUrl);
    sequencer = new LeadingSequencer(database.dataSource, own, new SequencingRound(), new HeadKeeper(signer, 0), pace);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await sequencer.stop();
    await own.close();
    await platform.close();
    await database.close();
    rmSync(folder, { recursive: true });
  });

  /** The time limit of the test is the limit here too. */
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await pause(5);
  };

  const health = (migrations: readonly string[] = []) => {
    const options = { version: '1', migrations, smtp: true };
    const mails = new MailStore(database.dataSource);
    return new HealthReader(database.dataSource, platform.writes, sequencer, signer, mails, options).read();
  };

  it('fails when a migration has not run, and says which', async () => {
    const { status, checks } = await health(['AuditSchema1764000000000', 'Later1999999999999']);
    expect(status).toBe('failing');
    expect(checks.migrations).toEqual({ ok: false, detail: 'these have not run: Later1999999999999' });
  });

  it('fails when the signer refuses a head', async () => {
    await signer.sign({ origin: platform.spaces.originOf('system'), size: 9, root: randomBytes(32), consistency: [] });
    sequencer.start();
    const { entries } = await platform.runner.perform(
      new Note(platform.systemSpace),
      { stream: 's', text: 'x' },
      system,
    );
    await until(() => sequencer.state.refusals.length > 0);
    await expect(sequencer.sealed(entries.map(({ id }) => id))).rejects.toThrow('not sealed');
    const { status, checks } = await health();
    expect(status).toBe('failing');
    expect(checks.signer?.detail).toContain('the log shrank from 9 to 2 entries');
    expect(logged).not.toEqual([]);
  }, 15_000);

  it('fails when an entry was recorded that no log will ever hold, and tells the operator', async () => {
    const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    await platform.runner.perform(new Note(platform.systemSpace), { stream: 's', text: 'x' }, system);
    await owner.query('alter table audit.pending disable trigger user');
    const [lost] = await owner.query<{ id: string }[]>(`select id from audit.entry where stream = 's'`);
    await owner.query(`delete from audit.pending where entry_id = '${lost!.id}'`);
    await owner.destroy();
    expect((await health()).status).toBe('ok');
    const patient = { tickMillis: 10, sealWithinMillis: 10_000 };
    sequencer = new LeadingSequencer(
      database.dataSource,
      own,
      new SequencingRound(),
      new HeadKeeper(signer, 0),
      patient,
    );
    sequencer.start();
    const { entries } = await platform.runner.perform(
      new Note(platform.systemSpace),
      { stream: 't', text: 'x' },
      system,
    );
    await sequencer.sealed(entries.map(({ id }) => id));
    await sequencer.stop();
    const { status, checks } = await health();
    expect(status).toBe('failing');
    const detail = `1 entry is neither in its log nor on its way into it (${lost!.id}): somebody changed the database`;
    expect(checks.sequencer).toEqual({ ok: false, detail });
    expect(logged).toEqual([detail]);
  }, 15_000);

  it('names no address of the database when the sequencer cannot reach it', async () => {
    const unreachable = new Error('connect ECONNREFUSED 127.0.0.1:34983');
    const round = { run: () => Promise.reject(unreachable) } as unknown as SequencingRound;
    const pace = { tickMillis: 10, sealWithinMillis: 300 };
    await sequencer.stop();
    sequencer = new LeadingSequencer(database.dataSource, own, round, new HeadKeeper(signer, 0), pace);
    sequencer.start();
    const { entries } = await platform.runner.perform(
      new Note(platform.systemSpace),
      { stream: 's', text: 'x' },
      system,
    );
    await until(() => sequencer.state.fault !== null);
    await expect(sequencer.sealed(entries.map(({ id }) => id))).rejects.toThrow('not sealed');
    const { status, checks } = await health();
    expect(status).toBe('failing');
    expect(checks.sequencer).toEqual({ ok: false, detail: 'the last round failed; the log of the server says why' });
    expect(JSON.stringify(checks)).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|34983/);
    expect(logged).toEqual([expect.stringContaining('ECONNREFUSED')]);
  }, 15_000);

  it('fails when the database can no longer write, though it still answers', async () => {
    const session = await new DataSource({ type: 'postgres', url: database.appUrl, poolSize: 1 }).initialize();
    await session.query('set default_transaction_read_only = on');
    const options = { version: '1', migrations: [], smtp: true };
    const { status, checks } = await new HealthReader(
      session,
      new WriteWatch(session),
      sequencer,
      signer,
      new MailStore(session),
      options,
    ).read();
    await session.destroy();
    expect(status).toBe('failing');
    expect(checks.database?.ok).toBe(true);
    expect(checks.writing).toEqual({ ok: false, detail: 'the database can only be read: nothing can be recorded' });
  });

  it('does not fail for mails that wait: they do not need the process to be taken away', async () => {
    const store = new MailStore(database.dataSource);
    await store.keep({ to: 'a@example.org', subject: 's', text: 't', language: 'en' }, { at: new Date(), due: true });
    const [letter] = await store.takeDue(1, 60);
    await store.failed(letter?.id ?? '', 'no route', 60);
    const { status, checks } = await health();
    expect(status).toBe('ok');
    expect(checks.mail).toEqual({ ok: false, detail: '1 mails are tried again, 0 were given up' });
  });
});
