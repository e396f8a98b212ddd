import { type Instant } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asInstant } from './instant-column.js';

/** A link to set a new password. Used once: the row goes with its use. */
@Entity({ name: 'identity_reset_link' })
export class ResetLinkRecord {
  @PrimaryColumn('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('uuid', { name: 'person_id' })
  person: string;

  @Column('timestamptz', { name: 'expires_at', transformer: asInstant })
  expiresAt: Instant;
}
