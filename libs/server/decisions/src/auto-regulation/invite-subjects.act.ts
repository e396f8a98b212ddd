import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['charter.invited'];

/** All subjects of the table are invited to the charter. */
@Injectable()
export class InviteSubjects extends ProcedureAct<'charter.invited', z.infer<typeof body>> {
  readonly name = 'charter.invited';
  readonly body = body;

  protected payload(): ActPayloads['charter.invited'] {
    return {};
  }
}
