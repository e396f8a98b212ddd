import { Inject, Injectable, Optional } from '@nestjs/common';
import { Act, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { Administrators } from '../accounts/administrators.js';
import { InvitationRecord } from '../records/invitation.record.js';
import { SystemLog } from '../system-log.js';
import { newToken, tokenHash } from '../tokens.js';
import { InvitationDoor } from './invitation-door.js';
import { InvitationMail } from './invitation-mail.js';
import { expiryOfInvitation } from './invitation-state.js';
import { SeatInvitation } from './seat-invitation.js';

const command = z.object({ id: z.uuid() });
type Command = z.infer<typeof command>;

/** Sends an invitation again with a new link and a new term; the old link is dead. For administrators. */
@Injectable()
export class ResendInvitation extends Act<Command, { id: string }> {
  readonly name = 'invitation.resent';
  readonly command = command;

  constructor(
    private readonly administrators: Administrators,
    private readonly door: InvitationDoor,
    private readonly log: SystemLog,
    private readonly mail: InvitationMail,
    @Optional() @Inject(SeatInvitation) private readonly seats: SeatInvitation | null,
  ) {
    super();
  }

  async execute({ id }: Command, context: ActContext): Promise<{ id: string }> {
    const actor = await this.administrators.require(context);
    const invitation = await this.door.pass(context, { id }, 'resend');
    const token = newToken();
    const sent = { tokenHash: tokenHash(token), sentAt: context.now, expiresAt: expiryOfInvitation(context.now) };
    await context.manager.update(InvitationRecord, { id }, sent);
    await this.log.record(context, {
      act: 'invitation.resent',
      stream: `invitation:${id}`,
      actor,
      data: { invitation: id },
    });
    const tables = invitation.seat === null ? undefined : await this.seats?.tables([invitation.seat.table]);
    const table = tables?.values().next().value?.name ?? null;
    context.afterCommit(() => this.mail.send(invitation, token, table));
    return { id };
  }
}
