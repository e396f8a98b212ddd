import { Outage } from './outage.js';

describe('an outage of the sequencer', () => {
  const told = () => {
    const lines: string[] = [];
    const log = {
      error: (line: string) => lines.push(`error ${line}`),
      warn: (line: string) => lines.push(`warn ${line}`),
    };
    return { lines, outage: new Outage(log, 1000) };
  };

  it('is told once when it begins and once when it ends, however often it was tried in between', () => {
    const { lines, outage } = told();
    for (let tries = 0; tries < 50; tries++) outage.failed(new Error('connect ECONNREFUSED'));
    outage.over();
    outage.over();
    expect(lines).toEqual([
      'error connect ECONNREFUSED; trying again, and the next line comes when it works',
      expect.stringMatching(/^warn works again after \d+ s and 50 failed tries$/),
    ]);
  });

  it('lets longer and longer pass between the tries, up to a limit, and starts anew the next time', () => {
    const { outage } = told();
    const waits = () => Array.from({ length: 6 }, () => outage.failed('gone'));
    expect(waits()).toEqual([1000, 2000, 4000, 8000, 16_000, 16_000]);
    outage.over();
    expect(outage.failed('gone')).toBe(1000);
  });

  it('names each reason of a connection that was tried at several addresses', () => {
    const { lines, outage } = told();
    outage.failed(new AggregateError([new Error('refused at ::1'), new Error('refused at 127.0.0.1')]));
    expect(lines[0]).toContain('refused at ::1, refused at 127.0.0.1');
  });
});
