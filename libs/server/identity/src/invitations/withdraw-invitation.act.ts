import { Injectable } from '@nestjs/common';
import { Act, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { Administrators } from '../accounts/administrators.js';
import { InvitationRecord } from '../records/invitation.record.js';
import { SystemLog } from '../system-log.js';
import { InvitationDoor } from './invitation-door.js';

const command = z.object({ id: z.uuid() });
type Command = z.infer<typeof command>;

/** Withdraws an invitation; its link is dead for good. For administrators. */
@Injectable()
export class WithdrawInvitation extends Act<Command, { done: true }> {
  readonly name = 'invitation.withdrawn';
  readonly command = command;

  constructor(
    private readonly administrators: Administrators,
    private readonly door: InvitationDoor,
    private readonly log: SystemLog,
  ) {
    super();
  }

  async execute({ id }: Command, context: ActContext): Promise<{ done: true }> {
    const actor = await this.administrators.require(context);
    await this.door.pass(context, { id }, 'withdraw');
    await context.manager.update(InvitationRecord, { id }, { withdrawnAt: context.now });
    await this.log.record(context, {
      act: 'invitation.withdrawn',
      stream: `invitation:${id}`,
      actor,
      data: { invitation: id },
    });
    return { done: true };
  }
}
