import { identityRoutes as routes } from '@tavolo/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import {
  ActRunner,
  CurrentAddress,
  CurrentWho,
  Handles,
  Input,
  type InputOf,
  type ResponseOf,
  type Who,
} from '@tavolo/server-platform';
import type { Request, Response } from 'express';
import { Limits } from '../limits/limits.js';
import { SetUp } from '../setup/set-up.act.js';
import { SessionsAtTheDoor, deviceOf } from './sessions-at-the-door.js';

/** Creating the first administrator. */
@Controller()
export class SetUpController {
  constructor(
    private readonly acts: ActRunner,
    private readonly setUpAct: SetUp,
    private readonly door: SessionsAtTheDoor,
    private readonly limits: Limits,
  ) {}

  @Handles(routes.setUp)
  async setUp(
    @Input() { body }: InputOf<typeof routes.setUp>,
    @CurrentWho() who: Who,
    @CurrentAddress() address: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ResponseOf<typeof routes.setUp>> {
    await this.limits.spend('setUpFromAddress', address);
    return this.door.welcome(response, await this.acts.run(this.setUpAct, { ...body, device: deviceOf(request) }, who));
  }
}
