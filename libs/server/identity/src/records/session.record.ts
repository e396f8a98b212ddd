import { type Instant } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asInstant } from './instant-column.js';

/** A signed-in device. The row is removed when the session ends. Times are real time, never the demonstration's clock. */
@Entity({ name: 'identity_session' })
export class SessionRecord {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'person_id' })
  person: string;

  /** SHA-256 of the token; the token itself is only in the cookie. */
  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  /** Browser and system in words, without versions: `Firefox, Linux`. */
  @Column('text')
  device: string;

  @Column('timestamptz', { name: 'opened_at', transformer: asInstant })
  openedAt: Instant;

  @Column('timestamptz', { name: 'last_seen_at', transformer: asInstant })
  lastSeenAt: Instant;

  @Column('timestamptz', { name: 'expires_at', transformer: asInstant })
  expiresAt: Instant;
}
