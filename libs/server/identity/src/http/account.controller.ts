import { identityRoutes as routes } from '@tavolo/contracts';
import { Controller } from '@nestjs/common';
import {
  ActRunner,
  CurrentWho,
  Handles,
  Input,
  SessionRequired,
  type InputOf,
  type ResponseOf,
  type Who,
} from '@tavolo/server-platform';
import { ChangeAccount } from '../accounts/change-account.act.js';
import { ChangePassword } from '../accounts/change-password.act.js';
import { Limits } from '../limits/limits.js';
import { DeviceReader } from '../sessions/device.reader.js';
import { EndSessions } from '../sessions/end-sessions.act.js';
import { SessionViewReader } from './session-view.reader.js';

/** One's own account: devices, name, language, password. */
@Controller()
export class AccountController {
  constructor(
    private readonly acts: ActRunner,
    private readonly deviceReader: DeviceReader,
    private readonly views: SessionViewReader,
    private readonly endSessions: EndSessions,
    private readonly changeAccountAct: ChangeAccount,
    private readonly changePasswordAct: ChangePassword,
    private readonly limits: Limits,
  ) {}

  @Handles(routes.devices)
  devices(@CurrentWho() who: Who): Promise<ResponseOf<typeof routes.devices>> {
    return this.deviceReader.devices(signedIn(who));
  }

  @Handles(routes.endDevice)
  async endDevice(
    @Input() { params }: InputOf<typeof routes.endDevice>,
    @CurrentWho() who: Who,
  ): Promise<ResponseOf<typeof routes.endDevice>> {
    await this.acts.run(this.endSessions, { which: 'one', id: params.id }, who);
    return { done: true };
  }

  @Handles(routes.endOtherDevices)
  async endOtherDevices(@CurrentWho() who: Who): Promise<ResponseOf<typeof routes.endOtherDevices>> {
    await this.acts.run(this.endSessions, { which: 'others' }, who);
    return { done: true };
  }

  @Handles(routes.changeAccount)
  async changeAccount(
    @Input() { body }: InputOf<typeof routes.changeAccount>,
    @CurrentWho() who: Who,
  ): Promise<ResponseOf<typeof routes.changeAccount>> {
    await this.acts.run(this.changeAccountAct, body, who);
    return this.views.view(who);
  }

  @Handles(routes.changePassword)
  async changePassword(
    @Input() { body }: InputOf<typeof routes.changePassword>,
    @CurrentWho() who: Who,
  ): Promise<ResponseOf<typeof routes.changePassword>> {
    await this.limits.spend('passwordChange', signedIn(who).person);
    return this.acts.run(this.changePasswordAct, body, who);
  }
}

function signedIn(who: Who): Extract<Who, { kind: 'person' }> {
  if (who.kind !== 'person') throw new SessionRequired();
  return who;
}
