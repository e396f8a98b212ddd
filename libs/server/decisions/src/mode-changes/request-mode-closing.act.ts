import { Injectable } from '@nestjs/common';
import { modeChangeActBodies } from '@tavolo/contracts';
import { type ModeChangeActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ModeChangeAct } from './mode-change-act.js';

const body = modeChangeActBodies['ballot.early_closing_requested'];

/** Somebody asks to close the ballot before its announced time: a second person then does. */
@Injectable()
export class RequestModeClosing extends ModeChangeAct<'ballot.early_closing_requested', z.infer<typeof body>> {
  readonly name = 'ballot.early_closing_requested';
  readonly body = body;

  protected payload({ ballot, reason }: z.infer<typeof body>): ModeChangeActPayloads['ballot.early_closing_requested'] {
    return { ballot, reason };
  }
}
