import { randomUUID } from 'node:crypto';
import { identityRoutes } from '@tavolo/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { Act, DomainRefusal, NotFound, type ActContext } from '@tavolo/server-platform';
import { type z } from 'zod';
import { normalEmail } from '../accounts/account-creation.js';
import { Administrators } from '../accounts/administrators.js';
import { bodyOf } from '../body-of.js';
import { AccountRecord } from '../records/account.record.js';
import { InvitationRecord } from '../records/invitation.record.js';
import { SystemLog } from '../system-log.js';
import { newToken, tokenHash } from '../tokens.js';
import { InvitationMail } from './invitation-mail.js';
import { expiryOfInvitation } from './invitation-state.js';
import { SeatInvitation, type OfferedSeat } from './seat-invitation.js';

const command = bodyOf(identityRoutes.invite);
type Command = z.infer<typeof command>;

/**
 * Invites a person to the installation, and perhaps to a seat. For administrators. Somebody who has an account is invited to
 * seats only; she accepts with the password that she has.
 */
@Injectable()
export class SendInvitation extends Act<Command, { id: string }> {
  readonly name = 'invitation.sent';
  readonly command = command;

  constructor(
    private readonly administrators: Administrators,
    private readonly log: SystemLog,
    private readonly mail: InvitationMail,
    @Optional() @Inject(SeatInvitation) private readonly seats: SeatInvitation | null,
  ) {
    super();
  }

  async execute(command: Command, context: ActContext): Promise<{ id: string }> {
    const actor = await this.administrators.require(context);
    const email = normalEmail(command.email);
    const offered = command.seat === null ? null : await this.offer(context, command.seat);
    if (offered === null && (await context.manager.existsBy(AccountRecord, { email }))) {
      throw new DomainRefusal({ code: 'account.exists' }, { status: 409 });
    }
    const token = newToken();
    const invitation = context.manager.create(InvitationRecord, {
      id: randomUUID(),
      email,
      name: command.name,
      language: command.language,
      administrator: command.administrator,
      seat: offered?.invitedTo ?? null,
      tokenHash: tokenHash(token),
      sentAt: context.now,
      expiresAt: expiryOfInvitation(context.now),
      acceptedAt: null,
      withdrawnAt: null,
    });
    await context.manager.insert(InvitationRecord, invitation);
    await this.log.record(context, {
      act: 'invitation.sent',
      stream: `invitation:${invitation.id}`,
      actor,
      data: {
        invitation: invitation.id,
        administrator: invitation.administrator,
        ...(invitation.seat === null ? {} : { seat: { ...invitation.seat } }),
      },
      disclosures: [
        { name: 'email', value: email, subject: invitation.id },
        { name: 'name', value: invitation.name, subject: invitation.id },
      ],
    });
    context.afterCommit(() => this.mail.send(invitation, token, offered?.table.name ?? null));
    return { id: invitation.id };
  }

  private offer(context: ActContext, place: NonNullable<Command['seat']>): Promise<OfferedSeat> {
    if (this.seats === null) throw new NotFound('table');
    return this.seats.offer(context.manager, place);
  }
}
