import { epoch, instant } from '@tavolo/kernel';
import { system } from '../acts/who.js';
import { testDatabase, type TestDatabase } from '../database/test-database.js';
import { testPlatform, type TestPlatform } from '../testing/test-platform.js';
import { SystemClock } from './clock.js';
import { DemoClock } from './demo-clock.js';
import { MoveClock } from './move-clock.act.js';

describe('the clock of a demonstration', () => {
  let database: TestDatabase;
  let platform: TestPlatform;
  const december = instant('2026-12-02T08:00:00.000Z');

  beforeAll(async () => {
    database = await testDatabase([], []);
    platform = await testPlatform(database);
  });

  afterAll(async () => {
    await platform.close();
    await database.close();
  });

  const distance = (clock: DemoClock) => Math.abs(epoch(clock.now()) - epoch(december));

  it('stands where it was put, also after a restart, and the move is in the log', async () => {
    const clock = new DemoClock();
    const heard: string[] = [];
    clock.onMoved((now) => heard.push(now));
    await platform.runner.run(new MoveClock(clock, platform.spaces), { now: december }, system);
    expect(distance(clock)).toBeLessThan(10_000);
    expect(heard).toHaveLength(1);
    const restarted = new DemoClock();
    await restarted.load(database.dataSource.manager);
    expect(distance(restarted)).toBeLessThan(10_000);
    const { entries } = await platform.reader.page(platform.systemSpace, { act: 'clock.moved' });
    expect(entries).toMatchObject([{ data: { to: december } }]);
  });

  it('does not move in production', async () => {
    const act = new MoveClock(new SystemClock(), platform.spaces);
    await expect(platform.runner.run(act, { now: december }, system)).rejects.toThrow('There is nothing here');
  });
});
