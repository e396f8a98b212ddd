import { type z } from 'zod';
import { type deviceSessionSchema } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { type Who } from '@tavolo/server-platform';
import { RealTime } from './real-time.js';
import { isAlive } from './session-life.js';
import { SessionRepository } from './session.repository.js';

type DeviceSession = z.infer<typeof deviceSessionSchema>;

/** Where a person is signed in. */
@Injectable()
export class DeviceReader {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly time: RealTime,
  ) {}

  /** Her sessions that are alive, the most recently used first. */
  async devices(who: Extract<Who, { kind: 'person' }>): Promise<DeviceSession[]> {
    const now = this.time.now();
    const sessions = await this.sessions.ofPerson(who.person);
    return sessions
      .filter((session) => isAlive(session, now))
      .map(({ id, openedAt, lastSeenAt, device }) => ({
        id,
        current: id === who.session,
        openedAt,
        lastSeenAt,
        device,
      }));
  }
}
