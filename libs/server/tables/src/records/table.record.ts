import { asInstant } from '@tavolo/server-identity';
import { type Instant, type Words } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type Visibility = 'public' | 'members';

/** A table. Its mode and rules are those of the rulebook in force (`RulebookRecord`). */
@Entity({ name: 'tables_table' })
export class TableRecord {
  @PrimaryColumn('uuid')
  id: string;

  /** What people call it: `T-FAM`. */
  @Column('text')
  key: string;

  @Column('uuid', { name: 'area_id', nullable: true })
  area: string | null;

  @Column('jsonb')
  name: Words;

  /** `public`: everybody reads. `members`: for everybody else it does not exist. */
  @Column('text')
  visibility: Visibility;

  /** The log of the table. */
  @Column('uuid', { name: 'space_id' })
  space: string;

  /** Name of the log, fixed when it was opened. */
  @Column('text')
  origin: string;

  @Column('timestamptz', { name: 'created_at', transformer: asInstant })
  createdAt: Instant;
}
