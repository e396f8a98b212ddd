import { Progress } from './progress.js';

describe('the lines of a start', () => {
  it('say what is done, with the seconds since the process began', () => {
    const lines: string[] = [];
    const progress = new Progress(
      (line) => lines.push(line),
      () => 1.25,
    );
    progress.info('Starting PostgreSQL');
    progress.warn('the disk is nearly full');
    expect(lines).toEqual(['   1.3 s  Starting PostgreSQL\n', '   1.3 s  Warning: the disk is nearly full\n']);
  });

  it('say how far a longer step is at each tenth, once', () => {
    const lines: string[] = [];
    const progress = new Progress(
      (line) => lines.push(line.trim()),
      () => 0,
    );
    for (let done = 0; done <= 40; done += 1) progress.share('Demonstration', done, 40);
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe('0.0 s  Demonstration: 100 %');
  });
});
