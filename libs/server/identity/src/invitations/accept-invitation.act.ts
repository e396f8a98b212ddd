import { passwordSchema } from '@tavolo/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { Act, DomainRefusal, NotFound, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { AccountCreation } from '../accounts/account-creation.js';
import { Passwords } from '../accounts/passwords.js';
import { PersonCreation } from '../people/person-creation.js';
import { onDevice } from '../body-of.js';
import { AccountRecord } from '../records/account.record.js';
import { InvitationRecord } from '../records/invitation.record.js';
import { PersonRecord } from '../records/person.record.js';
import { SessionOpening, type OpenedSession } from '../sessions/session-opening.js';
import { SystemLog } from '../system-log.js';
import { tokenHash } from '../tokens.js';
import { InvitationDoor } from './invitation-door.js';
import { SeatInvitation } from './seat-invitation.js';

const command = z.object({
  token: z.string().min(20).max(200),
  name: z.string().trim().min(1).max(120),
  password: passwordSchema,
  device: onDevice.shape.device,
});
type Command = z.infer<typeof command>;

/**
 * Accepts an invitation: creates person and account, fills the seat it was for, and signs in, all or nothing. Somebody whose
 * address has an account shows its password instead of choosing one.
 */
@Injectable()
export class AcceptInvitation extends Act<Command, OpenedSession> {
  readonly name = 'invitation.accepted';
  readonly command = command;

  constructor(
    private readonly door: InvitationDoor,
    private readonly passwords: Passwords,
    private readonly people: PersonCreation,
    private readonly accounts: AccountCreation,
    private readonly opening: SessionOpening,
    private readonly log: SystemLog,
    @Optional() @Inject(SeatInvitation) private readonly seats: SeatInvitation | null,
  ) {
    super();
  }

  async execute({ token, name, password, device }: Command, context: ActContext): Promise<OpenedSession> {
    const invitation = await this.door.pass(context, { tokenHash: tokenHash(token) }, 'accept');
    const person =
      (await this.known(context, invitation.email, password)) ??
      (await this.newcomer(context, invitation, name, password));
    await context.manager.update(InvitationRecord, { id: invitation.id }, { acceptedAt: context.now });
    await this.log.record(context, {
      act: 'invitation.accepted',
      stream: `invitation:${invitation.id}`,
      actor: person.pseudonym,
      data: { invitation: invitation.id, account: person.pseudonym },
    });
    if (invitation.seat !== null) {
      if (this.seats === null) throw new NotFound('table');
      await this.seats.fill(context, invitation.seat, person);
    }
    return this.opening.open(context, person, 'invitation', device);
  }

  private async known(context: ActContext, email: string, password: string): Promise<PersonRecord | null> {
    const account = await context.manager.findOneBy(AccountRecord, { email });
    if (account === null) return null;
    if (!(await this.passwords.matches(password, account.passwordHash))) {
      throw new DomainRefusal({ code: 'account.password_wrong' }, { status: 403 });
    }
    return context.manager.findOneByOrFail(PersonRecord, { id: account.person });
  }

  private async newcomer(
    context: ActContext,
    { email, language, administrator }: InvitationRecord,
    name: string,
    password: string,
  ): Promise<PersonRecord> {
    const passwordHash = await this.passwords.hash(password);
    const person = await this.people.create(context, { key: null, name, title: null, contact: null, language });
    await this.accounts.create(context, person, { email, passwordHash, administrator }, person.pseudonym);
    return person;
  }
}
