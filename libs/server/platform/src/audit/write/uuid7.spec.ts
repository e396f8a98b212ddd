import { uuid7 } from './uuid7.js';

describe('a UUIDv7', () => {
  it('tells its time and its version, and later ones sort after earlier ones, also within a millisecond', () => {
    const ids = Array.from({ length: 10_000 }, () => uuid7(Date.parse('2036-01-01T00:00:00Z')));
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(ids[0]!.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2036-01-01T00:00:00Z'));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
