import { identityRoutes } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Act, DomainRefusal, SessionRequired, type ActContext } from '@tavolo/server-platform';
import { type z } from 'zod';
import { bodyOf } from '../body-of.js';
import { AccountRecord } from '../records/account.record.js';
import { PersonRecord } from '../records/person.record.js';
import { SessionEnding } from '../sessions/session-ending.js';
import { SystemLog } from '../system-log.js';
import { Passwords } from './passwords.js';

const command = bodyOf(identityRoutes.changePassword);
type Command = z.infer<typeof command>;

/** Changes one's own password, given the current one, and signs out every other device. */
@Injectable()
export class ChangePassword extends Act<Command, { done: true }> {
  readonly name = 'account.password_changed';
  readonly command = command;

  constructor(
    private readonly passwords: Passwords,
    private readonly log: SystemLog,
    private readonly ending: SessionEnding,
  ) {
    super();
  }

  async execute({ current, next }: Command, context: ActContext): Promise<{ done: true }> {
    const { who, manager } = context;
    if (who.kind !== 'person') throw new SessionRequired();
    const account = await manager.findOneBy(AccountRecord, { person: who.person });
    const right = await this.passwords.matches(current, account?.passwordHash ?? null);
    if (account === null || !right) throw new DomainRefusal({ code: 'account.password_wrong' }, { status: 403 });
    const person = await manager.findOneByOrFail(PersonRecord, { id: who.person });
    const passwordHash = await this.passwords.hash(next);
    await manager.update(AccountRecord, { person: person.id }, { passwordHash });
    await this.log.record(context, {
      act: 'account.password_changed',
      stream: `account:${person.pseudonym}`,
      actor: person.pseudonym,
      data: { account: person.pseudonym },
    });
    await this.ending.end(context, person, { except: who.session }, 'password_changed');
    return { done: true };
  }
}
