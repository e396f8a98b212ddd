import { type Instant, type Language, type Words } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asInstant } from './instant-column.js';

/** Someone the installation knows, with or without an account. */
@Entity({ name: 'identity_person' })
export class PersonRecord {
  @PrimaryColumn('uuid')
  id: string;

  /** Short key of imported people (`m02`); `null` for everybody else. */
  @Column('text', { nullable: true })
  key: string | null;

  /** Pseudonym in the log of the installation: the only id of a person that stands in it. */
  @Column('text')
  pseudonym: string;

  @Column('text')
  name: string;

  @Column('jsonb', { nullable: true })
  title: Words | null;

  /** Address given for her before she has an account of her own. */
  @Column('text', { nullable: true })
  contact: string | null;

  @Column('text')
  language: Language;

  /** Whether she is reminded by mail before something that is asked of her falls due. */
  @Column('boolean', { default: true })
  reminders: boolean;

  @Column('timestamptz', { name: 'created_at', transformer: asInstant })
  createdAt: Instant;
}
