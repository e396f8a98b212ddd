import { identityRoutes as routes } from '@tavolo/contracts';
import { Controller, Req } from '@nestjs/common';
import {
  ActRunner,
  CurrentWho,
  Handles,
  Input,
  type InputOf,
  type ResponseOf,
  type Who,
} from '@tavolo/server-platform';
import type { Request } from 'express';
import { normalEmail } from '../accounts/account-creation.js';
import { Limits } from '../limits/limits.js';
import { PasswordResets } from '../resets/password-resets.js';
import { ResetPassword } from '../resets/reset-password.act.js';
import { addressOf } from './sessions-at-the-door.js';

/** Setting a new password when the old one is lost. */
@Controller()
export class PasswordResetController {
  constructor(
    private readonly acts: ActRunner,
    private readonly resets: PasswordResets,
    private readonly resetPasswordAct: ResetPassword,
    private readonly limits: Limits,
  ) {}

  @Handles(routes.requestReset)
  async requestReset(
    @Input() { body }: InputOf<typeof routes.requestReset>,
    @Req() request: Request,
  ): Promise<ResponseOf<typeof routes.requestReset>> {
    await this.limits.spend('resetFromAddress', addressOf(request));
    await this.limits.spend('resetOfAccount', normalEmail(body.email));
    this.resets.request(body.email);
    return { done: true };
  }

  @Handles(routes.resetPassword)
  async resetPassword(
    @Input() { params, body }: InputOf<typeof routes.resetPassword>,
    @CurrentWho() who: Who,
    @Req() request: Request,
  ): Promise<ResponseOf<typeof routes.resetPassword>> {
    await this.limits.spend('linkFromAddress', addressOf(request));
    return this.acts.run(this.resetPasswordAct, { ...params, ...body }, who);
  }
}
