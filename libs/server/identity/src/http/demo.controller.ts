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
import { DemoPeopleReader } from '../demo/demo-people.reader.js';
import { OpenDemoSession } from '../demo/open-demo-session.act.js';
import { Limits } from '../limits/limits.js';
import { SessionsAtTheDoor, deviceOf } from './sessions-at-the-door.js';

/** The door of the demonstration. Only demo mode has these routes: elsewhere they do not exist, whatever is sent. */
@Controller()
export class DemoController {
  constructor(
    private readonly acts: ActRunner,
    private readonly people: DemoPeopleReader,
    private readonly openDemoSession: OpenDemoSession,
    private readonly door: SessionsAtTheDoor,
    private readonly limits: Limits,
  ) {}

  @Handles(routes.demoPeople)
  async demoPeople(): Promise<ResponseOf<typeof routes.demoPeople>> {
    return this.people.all();
  }

  @Handles(routes.demoSession)
  async demoSession(
    @Input() { body }: InputOf<typeof routes.demoSession>,
    @CurrentWho() who: Who,
    @CurrentAddress() address: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ResponseOf<typeof routes.demoSession>> {
    await this.limits.spend('demoSessionFromAddress', address);
    const command = { ...body, device: deviceOf(request) };
    return this.door.welcome(response, await this.acts.run(this.openDemoSession, command, who));
  }
}
