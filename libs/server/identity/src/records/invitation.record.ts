import { type Instant, type Language } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asInstant } from './instant-column.js';

/** The place at a table that an invitation is for. */
export interface InvitedTo {
  /** Id of the table. */
  readonly table: string;
  readonly seat: string;
  readonly as: 'holder' | 'deputy';
}

/** An invitation to the installation, and perhaps to a seat. Its state follows from its instants (`invitation-state.ts`). */
@Entity({ name: 'identity_invitation' })
export class InvitationRecord {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text')
  language: Language;

  @Column('boolean')
  administrator: boolean;

  @Column('jsonb', { nullable: true })
  seat: InvitedTo | null;

  /** SHA-256 of the token of the newest link; older links are dead. */
  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('timestamptz', { name: 'sent_at', transformer: asInstant })
  sentAt: Instant;

  @Column('timestamptz', { name: 'expires_at', transformer: asInstant })
  expiresAt: Instant;

  @Column('timestamptz', { name: 'accepted_at', nullable: true, transformer: asInstant })
  acceptedAt: Instant | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true, transformer: asInstant })
  withdrawnAt: Instant | null;
}
