import { identityRoutes as routes } from '@tavolo/contracts';
import { Controller } from '@nestjs/common';
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
import { normalEmail } from '../accounts/account-creation.js';
import { Limits } from '../limits/limits.js';
import { PasswordResets } from '../resets/password-resets.js';
import { ResetPassword } from '../resets/reset-password.act.js';

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
    @CurrentAddress() address: string,
  ): Promise<ResponseOf<typeof routes.requestReset>> {
    await this.limits.spend('resetFromAddress', address);
    const email = normalEmail(body.email);
    await this.limits.spend('resetOfAccountFromAddress', address, email);
    // Whoever asks from many addresses fills no mailbox; whoever waits for a link has been sent one a few minutes ago.
    if (await this.limits.allows('resetOfAccount', email)) this.resets.request(email);
    return { done: true };
  }

  @Handles(routes.resetPassword)
  async resetPassword(
    @Input() { params, body }: InputOf<typeof routes.resetPassword>,
    @CurrentWho() who: Who,
    @CurrentAddress() address: string,
  ): Promise<ResponseOf<typeof routes.resetPassword>> {
    await this.limits.spend('linkFromAddress', address);
    return this.acts.run(this.resetPasswordAct, { ...params, ...body }, who);
  }
}
