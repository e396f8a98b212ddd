import { type Mandate, type MandateState } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { instantColumn } from './columns.js';

/**
 * A mandate of a table as one value. Whatever is decided under it writes this row in its own transaction, so of two decisions at the same
 * moment one sees what the other has taken of the budget.
 */
@Entity('mandate')
@Unique('mandate_key_unique', ['key'])
@Index('mandate_of_table', ['table', 'createdAt'])
@Index('mandate_due', ['nextDue'])
export class MandateRecord {
  @PrimaryColumn('uuid')
  id: string;

  /** What people say aloud: `MD-1`. Unique on the installation. */
  @Column('text')
  key: string;

  @Column('uuid', { name: 'table_id' })
  table: string;

  @Column('text')
  state: MandateState;

  /** When something follows by itself; `null` when nothing will. */
  @Column({ ...instantColumn, name: 'next_due', nullable: true })
  nextDue: Instant | null;

  @Column('jsonb')
  value: Mandate;

  /** Grows by one with each change, from 1. */
  @Column('integer')
  revision: number;

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt: Instant;
}
