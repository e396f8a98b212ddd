import { type Instant } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asInstant } from './instant-column.js';

/** A way to sign in. A person has one at most; without a password hash nobody can sign in with a password. */
@Entity({ name: 'identity_account' })
export class AccountRecord {
  @PrimaryColumn('uuid', { name: 'person_id' })
  person: string;

  /** In lower case; unique. */
  @Column('text')
  email: string;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('boolean')
  administrator: boolean;

  @Column('timestamptz', { name: 'created_at', transformer: asInstant })
  createdAt: Instant;
}
