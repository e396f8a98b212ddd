import { asInstant } from '@tavolo/server-identity';
import { type Sector } from '@tavolo/governance';
import { type Instant, type Words } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type TableKind = 'table' | 'bench' | 'coalition';
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

  /** `bench`: the private room of one sector of a table; `coalition`: of organisations that came together. Their members alone know of them. */
  @Column('text', { default: 'table' })
  kind: TableKind;

  /** Of a bench: the table whose sector it is. */
  @Column('uuid', { name: 'bench_of', nullable: true })
  benchOf: string | null;

  /** Of a bench: the sector. */
  @Column('text', { name: 'bench_sector', nullable: true })
  benchSector: Sector | null;

  /** The log of the table. */
  @Column('uuid', { name: 'space_id' })
  space: string;

  /** Name of the log, fixed when it was opened. */
  @Column('text')
  origin: string;

  @Column('timestamptz', { name: 'created_at', transformer: asInstant })
  createdAt: Instant;
}
