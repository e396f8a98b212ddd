import { identityRoutes as routes } from '@tavolo/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import {
  ActRunner,
  Clock,
  CurrentAddress,
  CurrentWho,
  Handles,
  Input,
  SessionRequired,
  type InputOf,
  type ResponseOf,
  type Who,
} from '@tavolo/server-platform';
import type { Request, Response } from 'express';
import { AdministratorReader } from '../accounts/administrator.reader.js';
import { AcceptInvitation } from '../invitations/accept-invitation.act.js';
import { InvitationReader } from '../invitations/invitation.reader.js';
import { ResendInvitation } from '../invitations/resend-invitation.act.js';
import { SendInvitation } from '../invitations/send-invitation.act.js';
import { WithdrawInvitation } from '../invitations/withdraw-invitation.act.js';
import { Limits } from '../limits/limits.js';
import { SessionsAtTheDoor, deviceOf } from './sessions-at-the-door.js';

/** Inviting people, and accepting. */
@Controller()
export class InvitationsController {
  constructor(
    private readonly acts: ActRunner,
    private readonly reader: InvitationReader,
    private readonly administrators: AdministratorReader,
    private readonly send: SendInvitation,
    private readonly resendAct: ResendInvitation,
    private readonly withdrawAct: WithdrawInvitation,
    private readonly acceptAct: AcceptInvitation,
    private readonly door: SessionsAtTheDoor,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  @Handles(routes.invitations)
  async invitations(@CurrentWho() who: Who): Promise<ResponseOf<typeof routes.invitations>> {
    await this.administrators.require(who);
    return this.reader.all(this.clock.now());
  }

  @Handles(routes.invite)
  async invite(
    @Input() { body }: InputOf<typeof routes.invite>,
    @CurrentWho() who: Who,
  ): Promise<ResponseOf<typeof routes.invite>> {
    if (who.kind !== 'person') throw new SessionRequired();
    await this.limits.spend('invitationsByPerson', who.person);
    const { id } = await this.acts.run(this.send, body, who);
    return this.reader.one(id, this.clock.now());
  }

  @Handles(routes.resendInvitation)
  async resend(
    @Input() { params }: InputOf<typeof routes.resendInvitation>,
    @CurrentWho() who: Who,
  ): Promise<ResponseOf<typeof routes.resendInvitation>> {
    if (who.kind !== 'person') throw new SessionRequired();
    await this.limits.spend('invitationsByPerson', who.person);
    const { id } = await this.acts.run(this.resendAct, params, who);
    return this.reader.one(id, this.clock.now());
  }

  @Handles(routes.withdrawInvitation)
  withdraw(
    @Input() { params }: InputOf<typeof routes.withdrawInvitation>,
    @CurrentWho() who: Who,
  ): Promise<ResponseOf<typeof routes.withdrawInvitation>> {
    return this.acts.run(this.withdrawAct, params, who);
  }

  @Handles(routes.openInvitation)
  async open(
    @Input() { params }: InputOf<typeof routes.openInvitation>,
    @CurrentAddress() address: string,
  ): Promise<ResponseOf<typeof routes.openInvitation>> {
    await this.limits.spend('linkFromAddress', address);
    return this.reader.offer(params.token, this.clock.now());
  }

  @Handles(routes.acceptInvitation)
  async accept(
    @Input() { params, body }: InputOf<typeof routes.acceptInvitation>,
    @CurrentWho() who: Who,
    @CurrentAddress() address: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ResponseOf<typeof routes.acceptInvitation>> {
    await this.limits.spend('linkFromAddress', address);
    await this.limits.spend('acceptanceOfLink', params.token);
    const command = { ...params, ...body, device: deviceOf(request) };
    return this.door.welcome(response, await this.acts.run(this.acceptAct, command, who));
  }
}
