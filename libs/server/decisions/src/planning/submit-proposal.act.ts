import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['proposal.submitted'];

/** A sponsor hands the draft in; from now on everybody who may read the table reads it. */
@Injectable()
export class SubmitProposal extends ProcedureAct<'proposal.submitted', z.infer<typeof body>> {
  readonly name = 'proposal.submitted';
  readonly body = body;

  protected payload(): ActPayloads['proposal.submitted'] {
    return {};
  }
}
