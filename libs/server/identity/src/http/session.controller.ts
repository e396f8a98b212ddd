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
import { normalEmail } from '../accounts/account-creation.js';
import { Limits } from '../limits/limits.js';
import { Turnstile } from '../limits/turnstile.js';
import { EndSessions } from '../sessions/end-sessions.act.js';
import { OpenSession } from '../sessions/open-session.act.js';
import { SessionViewReader } from './session-view.reader.js';
import { SessionsAtTheDoor, deviceOf } from './sessions-at-the-door.js';

/** Signing in and out. */
@Controller()
export class SessionController {
  constructor(
    private readonly acts: ActRunner,
    private readonly openSession: OpenSession,
    private readonly endSessions: EndSessions,
    private readonly views: SessionViewReader,
    private readonly door: SessionsAtTheDoor,
    private readonly limits: Limits,
    private readonly turnstile: Turnstile,
  ) {}

  @Handles(routes.session)
  session(@CurrentWho() who: Who): Promise<ResponseOf<typeof routes.session>> {
    return this.views.view(who);
  }

  @Handles(routes.signIn)
  async signIn(
    @Input() { body }: InputOf<typeof routes.signIn>,
    @CurrentWho() who: Who,
    @CurrentAddress() address: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ResponseOf<typeof routes.signIn>> {
    const email = normalEmail(body.email);
    await this.limits.spend('signInFromAddress', address);
    await this.limits.spend('signInToAccountFromAddress', address, email);
    await this.limits.waitForAccount(email);
    const command = { ...body, device: deviceOf(request) };
    const opened = await this.turnstile.through(() => this.acts.run(this.openSession, command, who));
    await this.limits.forgive('signInToAccountFromAddress', address, email);
    return this.door.welcome(response, opened);
  }

  @Handles(routes.signOut)
  async signOut(
    @CurrentWho() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ResponseOf<typeof routes.signOut>> {
    if (who.kind === 'person') await this.acts.run(this.endSessions, { which: 'this' }, who);
    this.door.farewell(response);
    return { done: true };
  }
}
