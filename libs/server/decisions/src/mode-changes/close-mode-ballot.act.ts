import { Injectable } from '@nestjs/common';
import { modeChangeActBodies } from '@tavolo/contracts';
import { type ModeChangeActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ModeChangeAct } from './mode-change-act.js';

const body = modeChangeActBodies['vote.closed'];

/** The ballot is closed, and the result says whether the mode changes. */
@Injectable()
export class CloseModeBallot extends ModeChangeAct<'vote.closed', z.infer<typeof body>> {
  readonly name = 'vote.closed';
  readonly body = body;
  override readonly sealed = true;

  protected payload({ ballot, reason }: z.infer<typeof body>): ModeChangeActPayloads['vote.closed'] {
    return { ballot, reason };
  }
}
