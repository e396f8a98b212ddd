import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['drafting.joined'];

/** An invited subject takes part in drafting. */
@Injectable()
export class JoinDrafting extends ProcedureAct<'drafting.joined', z.infer<typeof body>> {
  readonly name = 'drafting.joined';
  readonly body = body;

  protected payload(): ActPayloads['drafting.joined'] {
    return {};
  }
}
