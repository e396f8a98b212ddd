import { Injectable } from '@nestjs/common';
import { Authenticator, SessionCookie, visitor, type Who } from '@tavolo/server-platform';
import { tokenHash } from '../tokens.js';
import { RealTime } from './real-time.js';
import { isAlive, isStale } from './session-life.js';
import { SessionRepository } from './session.repository.js';

/** Knows people by the session cookie. A token that is unknown, ended or expired makes a visitor. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly cookie: SessionCookie,
    private readonly time: RealTime,
  ) {
    super();
  }

  override async authenticate(cookieHeader: string | undefined): Promise<Who> {
    const token = this.cookie.read(cookieHeader);
    if (token === undefined) return visitor;
    const session = await this.sessions.byTokenHash(tokenHash(token));
    const now = this.time.now();
    if (session === null || !isAlive(session, now)) return visitor;
    if (isStale(session, now)) await this.sessions.seen(session.id, now);
    return { kind: 'person', person: session.person, session: session.id };
  }
}
