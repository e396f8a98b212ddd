import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['dissent.attached'];

/** A seat attaches its dissent; that is always possible once there is something to dissent from. */
@Injectable()
export class AttachDissent extends ProcedureAct<'dissent.attached', z.infer<typeof body>> {
  readonly name = 'dissent.attached';
  readonly body = body;

  protected payload({ text }: z.infer<typeof body>): ActPayloads['dissent.attached'] {
    return { text };
  }
}
