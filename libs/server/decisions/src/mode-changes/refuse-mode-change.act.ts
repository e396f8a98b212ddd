import { Injectable } from '@nestjs/common';
import { modeChangeActBodies } from '@tavolo/contracts';
import { type ModeChangeActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ModeChangeAct } from './mode-change-act.js';

const body = modeChangeActBodies['mode_change.refused'];

/** The institution does not consent, with reasons. */
@Injectable()
export class RefuseModeChange extends ModeChangeAct<'mode_change.refused', z.infer<typeof body>> {
  readonly name = 'mode_change.refused';
  readonly body = body;
  override readonly sealed = true;

  protected payload({ reason }: z.infer<typeof body>): ModeChangeActPayloads['mode_change.refused'] {
    return { reason };
  }
}
