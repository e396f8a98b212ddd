import { identityRoutes } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Act, DomainRefusal, type ActContext } from '@tavolo/server-platform';
import { type z } from 'zod';
import { normalEmail } from '../accounts/account-creation.js';
import { Passwords } from '../accounts/passwords.js';
import { bodyOf, onDevice } from '../body-of.js';
import { AccountRecord } from '../records/account.record.js';
import { PersonRecord } from '../records/person.record.js';
import { SessionOpening, type OpenedSession } from './session-opening.js';

const command = bodyOf(identityRoutes.signIn).and(onDevice);
type Command = z.infer<typeof command>;

/**
 * Signs in with e-mail and password. An unknown address, an account without a password and a wrong password are refused
 * with the same words after the same work.
 */
@Injectable()
export class OpenSession extends Act<Command, OpenedSession> {
  readonly name = 'session.opened';
  readonly command = command;

  constructor(
    private readonly passwords: Passwords,
    private readonly opening: SessionOpening,
  ) {
    super();
  }

  async execute({ email, password, device }: Command, context: ActContext): Promise<OpenedSession> {
    const account = await context.manager.findOneBy(AccountRecord, { email: normalEmail(email) });
    const right = await this.passwords.matches(password, account?.passwordHash ?? null);
    if (account === null || !right) throw new DomainRefusal({ code: 'session.not_opened' }, { status: 403 });
    const person = await context.manager.findOneByOrFail(PersonRecord, { id: account.person });
    return this.opening.open(context, person, 'password', device);
  }
}
