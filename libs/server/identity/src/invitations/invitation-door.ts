import { Injectable } from '@nestjs/common';
import { DomainRefusal, NotFound, type ActContext } from '@tavolo/server-platform';
import { InvitationRecord } from '../records/invitation.record.js';
import { invitationState, mayStep, type InvitationStep } from './invitation-state.js';

/** The only way to an invitation that is about to change: locks it and checks that the step is possible now. */
@Injectable()
export class InvitationDoor {
  /** Throws `NotFound`, or `DomainRefusal` (`invitation.accepted`, `invitation.expired`, `invitation.withdrawn`). */
  async pass(
    context: ActContext,
    which: { id: string } | { tokenHash: Buffer },
    step: InvitationStep,
  ): Promise<InvitationRecord> {
    const invitation = await context.manager.findOne(InvitationRecord, {
      where: which,
      lock: { mode: 'pessimistic_write' },
    });
    if (invitation === null) throw new NotFound('invitation');
    const state = invitationState(invitation, false, context.now);
    if (!mayStep(state, step)) throw new DomainRefusal({ code: `invitation.${state}` }, { status: 409 });
    return invitation;
  }
}
