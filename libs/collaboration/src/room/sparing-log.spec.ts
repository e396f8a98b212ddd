import { SparingLog } from './sparing-log.js';

describe('the log of what clients bring about', () => {
  it('holds each message once in ten seconds, and how often it was left out', () => {
    let now = 0;
    const lines: unknown[] = [];
    const line = (message: string, details: unknown) => lines.push([message, details]);
    const log = new SparingLog({ warn: line, error: line }, () => now);
    for (let time = 0; time < 1000; time++) log.error('broken', { time });
    log.warn('odd', { time: 0 });
    now = 10_000;
    log.error('broken', { time: 1000 });
    expect(lines).toEqual([
      ['broken', { time: 0 }],
      ['odd', { time: 0 }],
      ['broken', { time: 1000, unsaid: 999 }],
    ]);
  });
});
