import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type DisclosureDraft } from '@tavolo/server-platform';
import { type Scene } from '@tavolo/server-proposals';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['vote.cast'];

/** A seat votes, by name. The vote can be changed until the ballot closes; the last one counts (domain.md 2.1, Ballots). */
@Injectable()
export class CastVote extends ProcedureAct<'vote.cast', z.infer<typeof body>> {
  readonly name = 'vote.cast';
  readonly body = body;

  protected payload({ ballot, choice }: z.infer<typeof body>): ActPayloads['vote.cast'] {
    return { ballot, choice };
  }

  /** The seat stands for the member on the roll; who gave its vote in the holder's place is hers to have erased. */
  protected override disclosures(
    _payload: ActPayloads['vote.cast'],
    { composition, actor, person }: Scene,
  ): DisclosureDraft[] {
    const seat = composition.seats.find(({ id }) => id === actor.seat);
    const deputy = seat?.deputy === actor.member && seat.holder !== actor.member;
    return deputy ? [{ name: 'deputy', value: actor.member, subject: person }] : [];
  }
}
