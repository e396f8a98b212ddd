import { identityRoutes } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Act, DomainRefusal, type ActContext } from '@tavolo/server-platform';
import { type z } from 'zod';
import { AccountCreation } from '../accounts/account-creation.js';
import { Passwords } from '../accounts/passwords.js';
import { bodyOf, onDevice } from '../body-of.js';
import { PersonCreation } from '../people/person-creation.js';
import { SessionOpening, type OpenedSession } from '../sessions/session-opening.js';
import { SystemLog } from '../system-log.js';
import { isSetUpCode } from './set-up-code.js';
import { dropSetUpCode, lockedSetUpCode, needsSetUp } from './set-up.repository.js';

const command = bodyOf(identityRoutes.setUp).and(onDevice);
type Command = z.infer<typeof command>;

/** Creates the first administrator with the code that the server printed. Only while no account exists; once. */
@Injectable()
export class SetUp extends Act<Command, OpenedSession> {
  readonly name = 'installation.set_up';
  readonly command = command;

  constructor(
    private readonly passwords: Passwords,
    private readonly people: PersonCreation,
    private readonly accounts: AccountCreation,
    private readonly opening: SessionOpening,
    private readonly log: SystemLog,
  ) {
    super();
  }

  async execute(command: Command, context: ActContext): Promise<OpenedSession> {
    const { manager } = context;
    const hash = await lockedSetUpCode(manager);
    if (hash === null || !(await needsSetUp(manager))) {
      throw new DomainRefusal({ code: 'installation.already_set_up' }, { status: 409 });
    }
    if (!isSetUpCode(command.code, hash)) {
      throw new DomainRefusal({ code: 'installation.code_wrong' }, { status: 403 });
    }
    const { name, email, language } = command;
    const passwordHash = await this.passwords.hash(command.password);
    const person = await this.people.create(context, { key: null, name, title: null, contact: null, language });
    await this.accounts.create(context, person, { email, passwordHash, administrator: true }, person.pseudonym);
    await dropSetUpCode(manager);
    await this.log.record(context, {
      act: 'installation.set_up',
      stream: 'installation',
      actor: person.pseudonym,
      data: { account: person.pseudonym },
    });
    return this.opening.open(context, person, 'set_up', command.device);
  }
}
