import { plusMillis, instant } from '@tavolo/kernel';
import { absoluteLimit, expiryOf, idleLimit, isAlive, isStale, seenStep } from './session-life.js';

const opened = instant('2026-11-01T10:00:00Z');
const session = { lastSeenAt: opened, expiresAt: expiryOf(opened) };
const lastMoment = (millis: number) => plusMillis(opened, millis - 1);

describe('the life of a session', () => {
  it('ends after the idle limit without use', () => {
    expect(isAlive(session, lastMoment(idleLimit))).toBe(true);
    expect(isAlive(session, plusMillis(opened, idleLimit))).toBe(false);
  });

  it('ends after the absolute limit however much it is used', () => {
    const used = { ...session, lastSeenAt: lastMoment(absoluteLimit) };
    expect(isAlive(used, lastMoment(absoluteLimit))).toBe(true);
    expect(isAlive(used, plusMillis(opened, absoluteLimit))).toBe(false);
  });

  it('is noted as used once a minute at most', () => {
    expect(isStale(session, lastMoment(seenStep))).toBe(false);
    expect(isStale(session, plusMillis(opened, seenStep))).toBe(true);
  });
});
