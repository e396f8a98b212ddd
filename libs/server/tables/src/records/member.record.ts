import { asInstant } from '@tavolo/server-identity';
import { type Sector } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The pseudonym of a person in the log of one table. The only place that says who a pseudonym is. */
@Entity({ name: 'tables_member' })
export class MemberRecord {
  /** Random; what the log shows. */
  @PrimaryColumn('text')
  id: string;

  @Column('uuid', { name: 'table_id' })
  table: string;

  /** `null`: she was erased. */
  @Column('uuid', { name: 'person_id', nullable: true })
  person: string | null;

  @Column('text', { nullable: true })
  sector: Sector | null;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisation: string | null;

  /** `null`: not a member; she acted at the table all the same, as an administrator or a reader who took the log. */
  @Column('timestamptz', { name: 'joined_at', nullable: true, transformer: asInstant })
  joinedAt: Instant | null;
}
