import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { knownSignatures, parseCheckpoint, parseVerifierKey, verifyBundle, type BundleFiles } from '@tavolo/audit-log';
import { DataSource } from 'typeorm';
import { ActRunner } from '../../acts/act-runner.js';
import { system } from '../../acts/who.js';
import { Note } from '../../testing/note.act.js';
import { httpRequest } from '../../testing/http-request.js';
import { RestorableInstallation } from '../../testing/restorable-installation.js';
import { SignerKeys } from '../signing/signer-keys.js';
import { Signer } from '../signing/signer.js';
import { AuditSpaces } from '../write/audit-spaces.js';
import { KeyRotation } from './key-rotation.js';
import { OperatorFiles } from './operator-files.js';

jest.setTimeout(60_000);

describe('a change of the key of the logs', () => {
  let installation: RestorableInstallation;
  let origin: string;
  let old: string;

  beforeEach(async () => {
    installation = await RestorableInstallation.make();
    await installation.start();
    origin = installation.platform.app.get(AuditSpaces).originOf('system');
    old = await vkey();
    await installation.record(2);
  });

  afterEach(() => installation.close());

  const get = <Part>(part: { readonly prototype: Part }): Part => installation.platform.app.get<Part>(part as never);
  const vkey = () => get(Signer).verifierKey(origin);
  const verdict = (files: BundleFiles, pinned: string) => {
    const { verdict, findings } = verifyBundle(files, { vkeys: [pinned] });
    return { verdict, findings };
  };
  const good = { verdict: 0, findings: [] };
  const text = (files: BundleFiles, path: string) => Buffer.from(files.get(path) ?? []).toString();
  const acts = (files: BundleFiles) =>
    text(files, 'entries.jsonl')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { act: string }).act);
  const signersOf = (files: BundleFiles, keys: readonly string[]) =>
    knownSignatures(parseCheckpoint(text(files, 'checkpoint.txt')).note, keys.map(parseVerifierKey)).map(
      ({ key }) => key.vkey,
    );
  const rotate = async (): Promise<string> => {
    await installation.stop();
    await installation.ask('rotate-log-key');
    await installation.start();
    return vkey();
  };
  const daysLater = (days: number) => {
    const now = new Date(Date.now() + days * 86_400_000);
    return new KeyRotation(
      get(DataSource),
      get(SignerKeys),
      get(AuditSpaces),
      get(ActRunner),
      get(OperatorFiles),
      () => now,
    );
  };

  it('happens at the start that follows the request, once, and is told in the log', async () => {
    const fresh = await rotate();
    expect(fresh).not.toBe(old);
    expect(existsSync(join(installation.dataFolder, 'keys', 'rotate-log-key'))).toBe(false);
    await installation.restart();
    expect(await vkey()).toBe(fresh);
    expect(acts(await installation.exported()).filter((act) => act.startsWith('log.key'))).toEqual(['log.key.added']);
  });

  it('lets who pinned the old key follow, and who pins the new one begin', async () => {
    const fresh = await rotate();
    await installation.record(2);
    const files = await installation.exported();
    expect(signersOf(files, [old, fresh])).toEqual([old, fresh]);
    expect(verdict(files, old)).toEqual(good);
    expect(verdict(files, fresh)).toEqual(good);
    expect(text(files, 'vkey.txt')).toBe(`${old}\n${fresh}\n`);
  });

  it('publishes both keys while both sign, the newest first', async () => {
    const fresh = await rotate();
    const { body } = await httpRequest('GET', `${installation.platform.url}/.well-known/tavolo-log.json`);
    expect(body).toEqual({
      format: 'tavolo-log-keys/1',
      logs: [
        { origin, vkey: fresh },
        { origin, vkey: old },
      ],
    });
  });

  it('ends after ninety days: the old key is retired, signs no more, and its secret is gone', async () => {
    const fresh = await rotate();
    await installation.record(1);
    const secrets = readFileSync(join(installation.dataFolder, 'keys', 'log-signer.key'), 'utf8');
    await daysLater(89).retireDue();
    expect((await get(Signer).keys(origin)).map(({ state }) => state)).toEqual(['leaving', 'signing']);
    await daysLater(91).retireDue();
    await daysLater(92).retireDue();
    await installation.record(1);
    const files = await installation.exported();
    expect(acts(files).filter((act) => act.startsWith('log.key'))).toEqual(['log.key.added', 'log.key.retired']);
    expect(signersOf(files, [old, fresh])).toEqual([fresh]);
    for (const pinned of [old, fresh]) expect(verdict(files, pinned)).toEqual(good);
    const seeds = [...secrets.matchAll(/"seed": "([^"]+)"/g)].map(([, seed]) => seed);
    const after = readFileSync(join(installation.dataFolder, 'keys', 'log-signer.key'), 'utf8');
    expect(seeds.map((seed) => after.includes(seed ?? ''))).toEqual([false, true]);
    const { body } = await httpRequest('GET', `${installation.platform.url}/.well-known/tavolo-log.json`);
    expect(body).toMatchObject({ logs: [{ origin, vkey: fresh }] });
  });

  it('can happen again and again, and who pinned any of the keys still verifies', async () => {
    const second = await rotate();
    await installation.record(1);
    await daysLater(91).retireDue();
    const third = await rotate();
    await installation.record(1);
    await daysLater(91).retireDue();
    await installation.record(1);
    const files = await installation.exported();
    expect(signersOf(files, [old, second, third])).toEqual([third]);
    for (const pinned of [old, second, third]) expect(verdict(files, pinned)).toEqual(good);
  });

  it('is no business of logs that were opened later: they know the new key alone', async () => {
    const fresh = await rotate();
    const spaces = get(AuditSpaces);
    const opened = spaces.newId();
    const later = spaces.originOf('later');
    const open = new Note(
      opened,
      (_, { manager }) => spaces.open(manager, { id: opened, origin: later, kind: 'table' }),
      { act: 'space.created', disclosures: [] },
    );
    await get(ActRunner).run(open, { stream: 'space:later', text: 'x' }, system);
    const files = await installation.exported(opened);
    const [only] = await get(Signer).keys(later);
    expect(await get(Signer).keys(later)).toHaveLength(1);
    expect(verdict(files, only?.vkey ?? '')).toEqual(good);
    expect(only?.vkey.endsWith(fresh.split('+').slice(2).join('+'))).toBe(true);
    await daysLater(91).retireDue();
    expect(acts(await installation.exported(opened))).toEqual(['space.created']);
  });

  it('goes on after it was broken off at any step', async () => {
    await get(SignerKeys).announce();
    await installation.restart();
    const fresh = await vkey();
    expect(fresh).not.toBe(old);
    const files = await installation.exported();
    expect(acts(files).filter((act) => act === 'log.key.added')).toHaveLength(1);
    expect(verdict(files, old)).toEqual(good);
  });
});
