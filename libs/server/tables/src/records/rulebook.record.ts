import { asInstant } from '@tavolo/server-identity';
import { type Rulebook } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A rulebook that a table adopted, and when it was in force. Versions are never edited. */
@Entity({ name: 'tables_rulebook' })
export class RulebookRecord {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'table_id' })
  table: string;

  /** What people call it: `RB-FAM-2`. */
  @Column('text')
  key: string;

  @Column('integer')
  version: number;

  @Column('jsonb')
  body: Rulebook;

  @Column('timestamptz', { name: 'from_at', transformer: asInstant })
  from: Instant;

  /** `null`: in force. */
  @Column('timestamptz', { name: 'to_at', nullable: true, transformer: asInstant })
  to: Instant | null;
}
