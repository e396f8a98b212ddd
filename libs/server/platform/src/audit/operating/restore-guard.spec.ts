import { cpSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { verifyBundle, type BundleFiles } from '@tavolo/audit-log';
import { RestorableInstallation } from '../../testing/restorable-installation.js';
import { KeyFileSigner } from '../signing/key-file-signer.js';
import { Signer } from '../signing/signer.js';

jest.setTimeout(60_000);

const origin = 'localhost/log/system';

describe('a database that was restored from a backup', () => {
  let installation: RestorableInstallation;
  let vkey: string;

  beforeEach(async () => {
    installation = await RestorableInstallation.make();
    await installation.start();
    vkey = await installation.platform.app.get(Signer).verifierKey(origin);
    await installation.record(2);
    await installation.stop();
    await installation.backUp();
    await installation.start();
  });

  afterEach(() => installation.close());

  const text = (files: BundleFiles, path: string) => Buffer.from(files.get(path) ?? []).toString();
  const refusal = () =>
    installation.start().then(
      () => 'started',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  const codeIn = (message: string) => /code ([0-9a-f]{8})/.exec(message)?.[1] ?? 'no code';
  const inKeys = (name: string) => join(installation.dataFolder, 'keys', name);
  const restoreAfter = async (count: number): Promise<string> => {
    await installation.record(count);
    const head = text(await installation.exported(), 'checkpoint.txt');
    await installation.stop();
    await installation.restore();
    return head;
  };
  const verify = (files: BundleFiles, previous: readonly string[] = []) =>
    verifyBundle(files, { vkeys: [vkey], previous: previous.map((note) => ({ name: 'kept.txt', text: note })) });

  it('starts as ever when nothing had been signed since', async () => {
    await installation.stop();
    await installation.restore();
    expect(await refusal()).toBe('started');
  });

  it('does not start, and says what is lost and what can be done', async () => {
    await restoreAfter(3);
    const message = await refusal();
    expect(message).toContain('signed up to 6 entries; the database holds signed entries up to 3');
    expect(message).toMatch(/write the code [0-9a-f]{8} into the file .*accept-restore and start again/);
    expect(message).toContain('find out who');
    expect(await refusal()).toBe(message);
  });

  it('goes on with the consent of the operator: the log tells it and verifies as a continuation', async () => {
    const lostHead = await restoreAfter(3);
    await installation.ask('accept-restore', `${codeIn(await refusal())}\n`);
    expect(await refusal()).toBe('started');
    expect(existsSync(inKeys('accept-restore'))).toBe(false);
    await installation.record(1);
    const files = await installation.exported();
    expect(verify(files)).toMatchObject({
      verdict: 0,
      findings: [],
      warnings: ['entry 3: a backup was restored; the log had 6 signed entries and goes on from the head of 3'],
    });
    const report = verify(files, [lostHead]);
    expect(report.verdict).toBe(1);
    expect(report.first?.reason).toContain('entry 3 says that it was lost when a backup was restored');
    await installation.stop();
    expect(await refusal()).toBe('started');
  });

  it('takes a consent to one loss for no other', async () => {
    await restoreAfter(3);
    const first = codeIn(await refusal());
    await installation.ask('accept-restore', first);
    await installation.start();
    await restoreAfter(1);
    await installation.ask('accept-restore', first);
    const message = await refusal();
    expect(codeIn(message)).not.toBe(first);
    await installation.ask('accept-restore', codeIn(message));
    await installation.start();
    expect(verify(await installation.exported())).toMatchObject({ verdict: 0, findings: [] });
  });

  it('needs the key of the operator, who may keep it elsewhere', async () => {
    renameSync(inKeys('operator.key'), join(installation.dataFolder, 'elsewhere'));
    await installation.restart();
    expect(existsSync(inKeys('operator.key'))).toBe(false);
    await restoreAfter(1);
    await installation.ask('accept-restore', codeIn(await refusal()));
    expect(await refusal()).toContain("The operator's key is needed and is not there");
    renameSync(join(installation.dataFolder, 'elsewhere'), inKeys('operator.key'));
    expect(await refusal()).toBe('started');
  });

  it('tells the restore once when the start was broken off after telling it', async () => {
    await restoreAfter(2);
    await installation.ask('accept-restore', codeIn(await refusal()));
    const broken = jest
      .spyOn(KeyFileSigner.prototype, 'goBack')
      .mockRejectedValueOnce(new Error('no space left on device'));
    expect(await refusal()).toBe('no space left on device');
    broken.mockRestore();
    expect(await refusal()).toBe('started');
    const entries = text(await installation.exported(), 'entries.jsonl');
    expect(entries.match(/restore\.performed/g)).toHaveLength(1);
  });

  it('is not taken for a backup when entries were changed', async () => {
    await installation.record(1);
    await installation.stop();
    await installation.tamper(`alter table audit.tile disable trigger user;
      update audit.tile set hashes = sha256('other') || substring(hashes from 33)`);
    const message = await refusal();
    expect(message).toContain('entries were changed or taken away');
    expect(codeIn(message)).toBe('no code');
  });

  it('is not taken for a backup when its newest head bears no signature of ours', async () => {
    await restoreAfter(1);
    await installation.tamper(`alter table audit.checkpoint disable trigger no_mutate;
      update audit.checkpoint set note = left(note, position(E'\\n\\n' in note) + 1) || E'\u2014 other.example/x AAAAAAAAAA==\\n'`);
    expect(await refusal()).toContain('entries were changed or taken away');
  });

  it('is told from a new one with the keys of another', async () => {
    await installation.stop();
    const fresh = await RestorableInstallation.make();
    cpSync(join(installation.dataFolder, 'keys'), join(fresh.dataFolder, 'keys'), { recursive: true });
    const message = await fresh.start().then(
      () => 'started',
      (error: unknown) => String(error),
    );
    await fresh.close();
    expect(message).toContain('the database does not know this log');
    expect(message).toContain('give it a data folder of its own');
  });
});
