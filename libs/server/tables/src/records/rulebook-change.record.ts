import { asInstant } from '@tavolo/server-identity';
import { type RulebookChange } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A change of the rules of a table, from its draft on. It is never taken out. */
@Entity({ name: 'tables_rulebook_change' })
export class RulebookChangeRecord {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'table_id' })
  table: string;

  /** What people call it at its table: `RC-1`. */
  @Column('text')
  key: string;

  @Column('jsonb')
  body: RulebookChange;

  /** Counts the acts on it. */
  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'created_at', transformer: asInstant })
  createdAt: Instant;
}
