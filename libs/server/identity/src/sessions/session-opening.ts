import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LiveSessions, type ActContext } from '@tavolo/server-platform';
import { type PersonRecord } from '../records/person.record.js';
import { SessionRecord } from '../records/session.record.js';
import { SystemLog } from '../system-log.js';
import { newToken, tokenHash } from '../tokens.js';
import { RealTime } from './real-time.js';
import { expiryOf } from './session-life.js';
import { SessionRepository } from './session.repository.js';

/** How she showed who she is. */
export type OpenedBy = 'password' | 'demonstration' | 'invitation' | 'set_up';

export interface OpenedSession {
  readonly session: string;
  readonly person: string;
  /** Goes into the cookie and nowhere else. */
  readonly token: string;
}

/** Opens sessions, for every act that signs somebody in. A session is always new: a token from before is never kept. */
@Injectable()
export class SessionOpening {
  constructor(
    private readonly log: SystemLog,
    private readonly sessions: SessionRepository,
    private readonly time: RealTime,
    private readonly live: LiveSessions,
  ) {}

  /** Opens a session of `person`, ends the one that this browser had, and records `session.opened`. */
  async open(context: ActContext, person: PersonRecord, by: OpenedBy, device: string): Promise<OpenedSession> {
    const { who } = context;
    if (who.kind === 'person') {
      await this.sessions.remove(context.manager, who.person, { ids: [who.session] });
      context.afterCommit(() => this.live.end([who.session]));
    }
    const token = newToken();
    const now = this.time.now();
    const session = randomUUID();
    await context.manager.insert(SessionRecord, {
      id: session,
      person: person.id,
      tokenHash: tokenHash(token),
      device,
      openedAt: now,
      lastSeenAt: now,
      expiresAt: expiryOf(now),
    });
    await this.log.record(context, {
      act: 'session.opened',
      stream: `session:${session}`,
      actor: person.pseudonym,
      data: { account: person.pseudonym, by },
    });
    return { session, person: person.id, token };
  }
}
