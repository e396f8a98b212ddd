import { diskFull } from './cluster.js';

describe('what PostgreSQL says when it cannot go on', () => {
  it.each([
    'FATAL:  could not write to file "pg_wal/xlogtemp.1": No space left on device',
    'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 9\nHINT:  Check free disk space.\nAborted',
  ])('is told in one sentence where the disk is full', (said) => {
    expect(diskFull(said, '/data/postgres')).toBe(
      'the disk that holds /data/postgres is full. Make room (a new database needs about 100 MB), and start again.',
    );
  });

  it('is told as it is otherwise', () => {
    expect(diskFull('FATAL:  lock file is empty', '/data/postgres')).toBe('FATAL:  lock file is empty');
  });
});
