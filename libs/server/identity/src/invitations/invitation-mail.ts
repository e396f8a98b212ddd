import { Injectable } from '@nestjs/common';
import { type Words } from '@tavolo/kernel';
import { Mail } from '@tavolo/server-platform';
import { invitationMail } from '../mail-texts/invitation.js';
import { PublicAddress } from '../public-address.js';
import { type InvitationRecord } from '../records/invitation.record.js';
import { invitationDays } from './invitation-state.js';

/** Sends the link of an invitation, in the language of the one invited. */
@Injectable()
export class InvitationMail {
  constructor(
    private readonly mail: Mail,
    private readonly address: PublicAddress,
  ) {}

  async send({ email, name, language }: InvitationRecord, token: string, table: Words | null): Promise<void> {
    const link = this.address.page(`/invitation/${token}`);
    await this.mail.send({
      to: email,
      language,
      ...invitationMail(language, { name, link, days: invitationDays, table }),
    });
  }
}
