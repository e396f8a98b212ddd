import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { memberId } from '@tavolo/kernel';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['negotiating_mandate.proposed'];

/** A seat puts forward who speaks for the bench or coalition, what she may and may not promise, and until when. */
@Injectable()
export class ProposeNegotiatingMandate extends ProcedureAct<'negotiating_mandate.proposed', z.infer<typeof body>> {
  readonly name = 'negotiating_mandate.proposed';
  readonly body = body;

  protected payload({
    spokesperson,
    deputy,
    may,
    mayNot,
    until,
  }: z.infer<typeof body>): ActPayloads['negotiating_mandate.proposed'] {
    const second = deputy === null ? null : memberId(deputy);
    return { spokesperson: memberId(spokesperson), deputy: second, may, mayNot, until };
  }
}
