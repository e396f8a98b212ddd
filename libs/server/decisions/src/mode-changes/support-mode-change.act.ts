import { Injectable } from '@nestjs/common';
import { modeChangeActBodies } from '@tavolo/contracts';
import { type ModeChangeActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ModeChangeAct } from './mode-change-act.js';

const body = modeChangeActBodies['mode_change.supported'];

/** A seat of the bench that proposes it joins those who do; the notice runs once they are more than half. */
@Injectable()
export class SupportModeChange extends ModeChangeAct<'mode_change.supported', z.infer<typeof body>> {
  readonly name = 'mode_change.supported';
  readonly body = body;

  protected payload(): ModeChangeActPayloads['mode_change.supported'] {
    return {};
  }
}
