import { Injectable } from '@nestjs/common';
import { NotAllowed, SessionRequired, type ActContext } from '@tavolo/server-platform';
import { AccountRecord } from '../records/account.record.js';
import { SystemLog } from '../system-log.js';

/** Says who administers the installation. Asked anew by every act: a right that was taken away is gone at once. */
@Injectable()
export class Administrators {
  constructor(private readonly log: SystemLog) {}

  /**
   * Lets administrators and the system pass and returns the actor for the log of the installation.
   * Throws `SessionRequired` for visitors, `NotAllowed` for everybody else.
   */
  async require(context: Pick<ActContext, 'who' | 'manager'>): Promise<string | null> {
    if (context.who.kind === 'system') return null;
    if (context.who.kind === 'visitor') throw new SessionRequired();
    const account = await context.manager.findOneBy(AccountRecord, { person: context.who.person });
    if (account?.administrator !== true) throw new NotAllowed('administrator');
    return this.log.actor(context);
  }
}
