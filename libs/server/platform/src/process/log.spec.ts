import { Writable } from 'node:stream';
import { createLog, NestLog } from './log.js';

describe('the structured log', () => {
  let lines: string[];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const read = (): unknown[] => lines.map((line) => JSON.parse(line) as unknown);

  beforeEach(() => (lines = []));

  it('is one JSON object a line, with time and level', () => {
    createLog('info', stream).info({ act: 'vote.opened', ms: 12 }, 'act');
    expect(read()).toEqual([
      { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), act: 'vote.opened', ms: 12, msg: 'act' },
    ]);
  });

  it('cuts out what is of persons, at the top and one level down', () => {
    const log = createLog('info', stream);
    log.info({ email: 'ada@example.org', person: { id: 'p1', name: 'Ada' }, headers: { cookie: 'sid=1' } });
    expect(lines.join('')).not.toMatch(/ada|sid/i);
    expect(read()).toEqual([expect.objectContaining({ person: { id: 'p1' } })]);
  });

  it('keeps of an error message, code and stack, not what the database repeats', () => {
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (email)=(ada@example.org) already exists.',
      parameters: ['ada@example.org'],
    });
    createLog('info', stream).error({ err: error }, 'failed');
    expect(lines.join('')).not.toContain('ada@');
    expect(read()).toEqual([
      expect.objectContaining({
        err: expect.objectContaining({ kind: 'Error', message: 'duplicate key', code: '23505' }),
      }),
    ]);
  });

  it('takes what Nest says, its start only for those who look closely', () => {
    const quiet = new NestLog(createLog('info', stream));
    quiet.log('Mapped {/health, GET} route', 'RouterExplorer');
    quiet.error('it broke', 'at somewhere', 'ExceptionsHandler');
    expect(read()).toEqual([
      expect.objectContaining({ level: 'error', context: 'ExceptionsHandler', stack: 'at somewhere', msg: 'it broke' }),
    ]);
  });
});
