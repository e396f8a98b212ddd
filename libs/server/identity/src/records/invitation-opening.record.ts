import { type Instant } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asInstant } from './instant-column.js';

/** When the newest link of an invitation was first looked at. Apart from the invitation, because looking is no act. */
@Entity({ name: 'identity_invitation_opening' })
export class InvitationOpeningRecord {
  @PrimaryColumn('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('timestamptz', { name: 'opened_at', transformer: asInstant })
  openedAt: Instant;
}
