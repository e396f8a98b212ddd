import { FactHistory, roomKey } from './fact-history.js';

describe('the facts of a room', () => {
  const fact = (table: string, subject: string, room?: string) =>
    ({ table, act: 'doc.revision', subject, ...(room !== undefined && { room }) }) as const;

  it('are counted for each room by itself', () => {
    const history = new FactHistory();
    expect(history.add(fact('T-A', 'x')).version).toBe(1);
    expect(history.add(fact('T-A', 'y', 'bench:third')).version).toBe(1);
    expect(history.add(fact('T-A', 'z')).version).toBe(2);
    const { epoch } = history;
    expect(history.missed(roomKey({ table: 'T-A' }), { epoch, version: 1 })).toMatchObject([{ subject: 'z' }]);
    expect(history.missed('T-A', { epoch, version: 2 })).toEqual([]);
  });

  it('are not pretended to be complete when they are not', () => {
    const history = new FactHistory();
    const { epoch } = history;
    for (let number = 1; number <= 250; number++) history.add(fact('T-A', String(number)));
    expect(history.missed('T-A', { epoch, version: 10 })).toBeNull();
    expect(history.missed('T-A', { epoch, version: 50 })).toHaveLength(200);
    expect(history.missed('T-A', { epoch, version: 251 })).toBeNull();
    expect(history.missed('T-A', { epoch: 'another', version: 249 })).toBeNull();
    expect(history.missed('T-A', undefined)).toBeNull();
  });
});
