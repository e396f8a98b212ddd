import { Injectable } from '@nestjs/common';
import { NotAllowed, SessionRequired, type ActContext, type Who } from '@tavolo/server-platform';
import { AccountRecord } from '../records/account.record.js';
import { SystemLog } from '../system-log.js';

/** Says who administers the installation. Asked anew each time: a right that was taken away is gone at once. */
@Injectable()
export class Administrators {
  constructor(private readonly log: SystemLog) {}

  /** Whether `who` is a person who administers the installation. */
  async isOne(who: Who, manager: ActContext['manager']): Promise<boolean> {
    return who.kind === 'person' && manager.existsBy(AccountRecord, { person: who.person, administrator: true });
  }

  /**
   * Lets administrators and the system pass and returns the actor for the log of the installation.
   * Throws `SessionRequired` for visitors, `NotAllowed` for everybody else.
   */
  async require(context: Pick<ActContext, 'who' | 'manager'>): Promise<string | null> {
    if (context.who.kind === 'visitor') throw new SessionRequired();
    if (context.who.kind === 'person' && !(await this.isOne(context.who, context.manager))) {
      throw new NotAllowed('administrator');
    }
    return this.log.actor(context);
  }
}
