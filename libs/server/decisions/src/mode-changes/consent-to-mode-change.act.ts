import { Injectable } from '@nestjs/common';
import { modeChangeActBodies } from '@tavolo/contracts';
import { type ModeChangeActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ModeChangeAct } from './mode-change-act.js';

const body = modeChangeActBodies['mode_change.consented'];

/** The institution consents in writing. */
@Injectable()
export class ConsentToModeChange extends ModeChangeAct<'mode_change.consented', z.infer<typeof body>> {
  readonly name = 'mode_change.consented';
  readonly body = body;
  override readonly sealed = true;

  protected payload({ text }: z.infer<typeof body>): ModeChangeActPayloads['mode_change.consented'] {
    return { text };
  }
}
