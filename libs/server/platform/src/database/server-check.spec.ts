import { checkServer } from './server-check.js';

describe('the PostgreSQL of DATABASE_URL', () => {
  it.each([150_000, 150_018, 180_004])('may have version number %i', (version) => {
    expect(() => checkServer(version, 'UTF8')).not.toThrow();
  });

  it.each([
    [140_011, '14.11'],
    [100_003, '10.3'],
    [90_624, '9.6'],
  ])('is refused as too old with version number %i', (version, said) => {
    expect(() => checkServer(version, 'UTF8')).toThrow(
      `PostgreSQL ${said} is too old: Tavolo needs PostgreSQL 15 or newer.`,
    );
  });

  it('must keep its text as UTF-8', () => {
    expect(() => checkServer(150_000, 'LATIN1')).toThrow('LATIN1');
  });
});
