import { type ModeChange, type ModeChangeState } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { instantColumn } from './columns.js';

/** A change of the mode of a table as one value. */
@Entity('mode_change')
@Unique('mode_change_key_unique', ['key'])
@Index('mode_change_of_table', ['table', 'createdAt'])
@Index('mode_change_due', ['nextDue'])
export class ModeChangeRecord {
  @PrimaryColumn('uuid')
  id: string;

  /** What people say aloud: `MC-1`. Unique on the installation. */
  @Column('text')
  key: string;

  @Column('uuid', { name: 'table_id' })
  table: string;

  @Column('text')
  state: ModeChangeState;

  /** When something follows by itself, unless a ballot is open then; `null` when nothing will. */
  @Column({ ...instantColumn, name: 'next_due', nullable: true })
  nextDue: Instant | null;

  @Column('jsonb')
  value: ModeChange;

  /** Grows by one with each change, from 1. */
  @Column('integer')
  revision: number;

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt: Instant;
}
