import { asInstant } from '@tavolo/server-identity';
import { type TableRole } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who guided a table, from when until when. A role adds no vote. */
@Entity({ name: 'tables_role' })
export class TableRoleRecord {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'table_id' })
  table: string;

  @Column('text')
  role: TableRole;

  @Column('text', { name: 'member_id' })
  member: string;

  @Column('timestamptz', { name: 'from_at', transformer: asInstant })
  from: Instant;

  @Column('timestamptz', { name: 'to_at', nullable: true, transformer: asInstant })
  to: Instant | null;
}
