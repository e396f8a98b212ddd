import { Passwords } from './passwords.js';

describe('passwords', () => {
  const passwords = new Passwords();

  it('are kept as argon2id, salted', async () => {
    const [first, second] = await Promise.all([passwords.hash('a secret'), passwords.hash('a secret')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
  });

  it('are the same however an accent is typed', async () => {
    const stored = await passwords.hash('perch\u00e9 no, davvero');
    expect(await passwords.matches('perche\u0301 no, davvero', stored)).toBe(true);
    expect(await passwords.matches('perche no, davvero', stored)).toBe(false);
  });

  it('match nothing where there is none, after work of the same size', async () => {
    const stored = await passwords.hash('a secret');
    const times = async (hash: string | null): Promise<number> => {
      const taken: number[] = [];
      for (let round = 0; round < 5; round++) {
        const start = performance.now();
        expect(await passwords.matches('another', hash)).toBe(false);
        taken.push(performance.now() - start);
      }
      return Math.min(...taken);
    };
    await passwords.matches('warm up', null);
    const [known, unknown] = [await times(stored), await times(null)];
    expect(unknown).toBeGreaterThan(known / 3);
  });
});
