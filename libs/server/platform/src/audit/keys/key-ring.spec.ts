import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MasterKeyRing } from './key-ring.js';
import { seal, unseal } from './sealing.js';
import { secretInFile } from './secret-file.js';

describe('sealing', () => {
  const key = randomBytes(32);

  it('opens with the same key and the same bound text only', () => {
    const sealed = seal(key, Buffer.from('a name'), 'digest-1');
    expect(unseal(key, sealed, 'digest-1').toString()).toBe('a name');
    expect(() => unseal(key, sealed, 'digest-2')).toThrow();
    expect(() => unseal(randomBytes(32), sealed, 'digest-1')).toThrow();
    const changed = Buffer.from(sealed);
    changed[changed.length - 1]! ^= 1;
    expect(() => unseal(key, changed, 'digest-1')).toThrow();
  });

  it('wraps a data key for one id', () => {
    const ring = new MasterKeyRing(key);
    const dataKey = randomBytes(32);
    const wrapped = ring.wrap(dataKey, 'id-1');
    expect(Buffer.from(ring.unwrap(wrapped, 'id-1')).equals(dataKey)).toBe(true);
    expect(() => ring.unwrap(wrapped, 'id-2')).toThrow();
  });
});

describe('a secret in a file', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tavolo-secret-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, and read by its owner only', async () => {
    const path = join(folder, 'keys', 'master.key');
    const secret = await secretInFile(path);
    expect(await secretInFile(path)).toEqual(secret);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is never replaced when the file is damaged', async () => {
    const path = join(folder, 'master.key');
    writeFileSync(path, 'short\n');
    await expect(secretInFile(path)).rejects.toThrow('does not hold a secret');
  });
});
