import { restoreData, restoreOf, noteSigner, type Restore, type StatedRestore } from '@tavolo/audit-log';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadMemory } from './head-memory.js';
import { KeyFileSigner } from './key-file-signer.js';
import { SignerKeys } from './signer-keys.js';

const log = 'x.example/log/a';
const now = new Date('2026-11-24T09:00:00.000Z');

describe('the keys of the signer', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tavolo-signer-keys-'));
    path = join(folder, 'log-signer.key');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('begin with one, which is kept, and read by its owner only', async () => {
    const [first] = (await SignerKeys.open(path)).keysOf(log);
    expect((await SignerKeys.open(path)).keysOf(log)).toEqual([first]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('are the same after each step of a change, also when the file is read again', async () => {
    const keys = await SignerKeys.open(path);
    const [first] = keys.keysOf(log);
    const states = async () => {
      const read = (await SignerKeys.open(path)).keysOf(log);
      expect(read).toEqual(keys.keysOf(log));
      return read.map(({ state }) => state);
    };
    await keys.announce();
    const announced = keys.announced(log);
    await keys.announce();
    expect([await states(), keys.announced(log)]).toEqual([['signing'], announced]);
    await keys.putIntoUse([log], now);
    expect(await states()).toEqual(['leaving', 'signing']);
    expect(keys.keysOf(log).map(({ vkey }) => vkey)).toEqual([first?.vkey, announced]);
    expect(await keys.retire(new Date(now.getTime() - 1))).toBe(0);
    expect(await keys.retire(now)).toBe(1);
    expect(await states()).toEqual(['retired', 'signing']);
    expect(keys.signersOf(log)).toHaveLength(1);
    expect(keys.keysOf('x.example/log/later').map(({ vkey }) => vkey.split('+').slice(2).join('+'))).toEqual([
      announced?.split('+').slice(2).join('+'),
    ]);
  });

  it.each(['short\n', '{"format":"other"}\n', '{"format":"tavolo-signer-keys/1","keys":[]}\n'])(
    'are never replaced when the file is damaged: %j',
    async (content) => {
      writeFileSync(path, content);
      await expect(SignerKeys.open(path)).rejects.toThrow();
      expect(readFileSync(path, 'utf8')).toBe(content);
    },
  );
});

describe('a signer that is told to go back', () => {
  let folder: string;
  let memory: HeadMemory;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tavolo-going-back-'));
    memory = await HeadMemory.open(join(folder, 'heads.json'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const operator = noteSigner('x.example/operator', randomBytes(32));
  const stranger = noteSigner('x.example/operator', randomBytes(32));
  const lost = { size: 5, root: new Uint8Array(randomBytes(32)) };
  const kept = { size: 3, root: new Uint8Array(randomBytes(32)) };
  const restore: Restore = { origin: log, lost, kept };
  const stated = (by = operator, what = restore): StatedRestore => {
    const found = restoreOf({ act: 'restore.performed', data: restoreData(what, by) });
    if (!found) throw new Error('no restore');
    return found;
  };
  const signer = async (): Promise<KeyFileSigner> => {
    const made = new KeyFileSigner(randomBytes(32), memory, operator.key.vkey);
    await made.sign({ origin: log, ...lost, consistency: [] });
    return made;
  };

  it('does so with the word of its operator, and remembers it', async () => {
    const made = await signer();
    await made.goBack(stated());
    expect(await made.lastSigned(log)).toEqual(kept);
    expect((await HeadMemory.open(join(folder, 'heads.json'))).get(log)).toEqual(kept);
  });

  it('forgets a log of which no head is kept', async () => {
    const made = await signer();
    await made.goBack(stated(operator, { ...restore, kept: { size: 0, root: kept.root } }));
    expect(await made.lastSigned(log)).toBeNull();
  });

  it.each([
    ['the word is a stranger’s', stated(stranger), 'not the word of the operator'],
    [
      'a stranger signed in her name',
      { ...stated(stranger), operator: operator.key.vkey },
      'not signed by the operator',
    ],
    ['she signed something else', { ...stated(), kept: { ...kept, size: 2 } }, 'not signed by the operator'],
    ['it is about another head', stated(operator, { ...restore, lost: kept }), 'about another head'],
    ['it is about another log', stated(operator, { ...restore, origin: 'x.example/log/b' }), 'about another head'],
  ])('refuses when %s', async (_, told, reason) => {
    const made = await signer();
    await expect(made.goBack(told)).rejects.toThrow(reason);
    expect(await made.lastSigned(log)).toEqual(lost);
  });
});
