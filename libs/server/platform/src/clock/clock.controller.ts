import { identityRoutes } from '@tavolo/contracts';
import { Controller } from '@nestjs/common';
import { ActRunner } from '../acts/act-runner.js';
import { type Who } from '../acts/who.js';
import { CurrentWho } from '../http/current-who.js';
import { Handles, Input, type InputOf, type ResponseOf } from '../http/handles.js';
import { MoveClock } from './move-clock.act.js';

@Controller()
export class ClockController {
  constructor(
    private readonly runner: ActRunner,
    private readonly moveClock: MoveClock,
  ) {}

  @Handles(identityRoutes.moveClock)
  move(
    @Input() { body }: InputOf<typeof identityRoutes.moveClock>,
    @CurrentWho() who: Who,
  ): Promise<ResponseOf<typeof identityRoutes.moveClock>> {
    return this.runner.run(this.moveClock, body, who);
  }
}
