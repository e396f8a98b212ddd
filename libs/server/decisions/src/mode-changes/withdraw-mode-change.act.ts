import { Injectable } from '@nestjs/common';
import { modeChangeActBodies } from '@tavolo/contracts';
import { type ModeChangeActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ModeChangeAct } from './mode-change-act.js';

const body = modeChangeActBodies['mode_change.withdrawn'];

/** Those who proposed it take it back before the vote, with reasons. */
@Injectable()
export class WithdrawModeChange extends ModeChangeAct<'mode_change.withdrawn', z.infer<typeof body>> {
  readonly name = 'mode_change.withdrawn';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): ModeChangeActPayloads['mode_change.withdrawn'] {
    return { reason };
  }
}
