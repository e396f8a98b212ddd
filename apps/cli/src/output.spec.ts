import { setImmediate as nextTurn } from 'node:timers/promises';
import { Writable } from 'node:stream';
import { linesTo } from './output.js';

describe('what the command prints', () => {
  it('is a line each', () => {
    const read: string[] = [];
    const print = linesTo(
      new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          read.push(chunk.toString());
          done();
        },
      }),
    );
    print('VERIFIED');
    print('again');
    expect(read).toEqual(['VERIFIED\n', 'again\n']);
  });

  it('does not end the command when nobody reads it any more', async () => {
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    const stream = new Writable({ write: (_chunk, _encoding, done) => done(gone) });
    const print = linesTo(stream);
    print('VERIFIED');
    await nextTurn();
    expect(stream.errored).toBe(gone);
    expect(() => print('again')).not.toThrow();
  });
});
