import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['signing.opened'];

/** The frozen text is open for signatures. */
@Injectable()
export class OpenSigning extends ProcedureAct<'signing.opened', z.infer<typeof body>> {
  readonly name = 'signing.opened';
  readonly body = body;

  protected payload(): ActPayloads['signing.opened'] {
    return {};
  }
}
