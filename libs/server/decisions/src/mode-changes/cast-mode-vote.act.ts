import { Injectable } from '@nestjs/common';
import { modeChangeActBodies } from '@tavolo/contracts';
import { type ModeChangeActPayloads } from '@tavolo/governance';
import { type DisclosureDraft } from '@tavolo/server-platform';
import { type z } from 'zod';
import { ModeChangeAct, type ModeChangeScene } from './mode-change-act.js';

const body = modeChangeActBodies['vote.cast'];

/** A seat votes on the mode of its table, by name. The vote can be changed until the ballot closes. */
@Injectable()
export class CastModeVote extends ModeChangeAct<'vote.cast', z.infer<typeof body>> {
  readonly name = 'vote.cast';
  readonly body = body;

  protected payload({ ballot, choice }: z.infer<typeof body>): ModeChangeActPayloads['vote.cast'] {
    return { ballot, choice };
  }

  /** The seat stands for the member on the roll; who gave its vote in the holder's place is hers to have erased. */
  protected override disclosures(
    _payload: ModeChangeActPayloads['vote.cast'],
    { composition, actor, person }: ModeChangeScene,
  ): DisclosureDraft[] {
    const seat = composition.seats.find(({ id }) => id === actor.seat);
    const deputy = seat?.deputy === actor.member && seat.holder !== actor.member;
    return deputy ? [{ name: 'deputy', value: actor.member, subject: person }] : [];
  }
}
