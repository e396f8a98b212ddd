import { Injectable } from '@nestjs/common';
import { LiveSessions, type ActContext } from '@tavolo/server-platform';
import { type PersonRecord } from '../records/person.record.js';
import { SystemLog } from '../system-log.js';
import { SessionRepository } from './session.repository.js';

export type EndedBecause = 'signed_out' | 'ended_by_owner' | 'password_changed' | 'password_reset';

/** Ends sessions, for every act that does so; open sockets of theirs are closed at once. */
@Injectable()
export class SessionEnding {
  constructor(
    private readonly log: SystemLog,
    private readonly sessions: SessionRepository,
    private readonly live: LiveSessions,
  ) {}

  /** Ends sessions of `person` and records `session.ended`, also when none was left to end. Returns the ids. */
  async end(
    context: ActContext,
    person: PersonRecord,
    which: { ids: readonly string[] } | { except: string | null },
    because: EndedBecause,
  ): Promise<readonly string[]> {
    const ended = await this.sessions.remove(context.manager, person.id, which);
    context.afterCommit(() => this.live.end(ended));
    await this.log.record(context, {
      act: 'session.ended',
      stream: `account:${person.pseudonym}`,
      actor: person.pseudonym,
      data: { account: person.pseudonym, sessions: ended, because },
    });
    return ended;
  }
}
