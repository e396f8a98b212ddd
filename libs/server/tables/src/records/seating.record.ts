import { asInstant } from '@tavolo/server-identity';
import { type Instant } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who sat on a seat, from when until when. */
@Entity({ name: 'tables_seating' })
export class SeatingRecord {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'table_id' })
  table: string;

  @Column('uuid', { name: 'seat_id' })
  seat: string;

  @Column('text', { name: 'member_id' })
  member: string;

  @Column('text')
  as: 'holder' | 'deputy';

  @Column('timestamptz', { name: 'from_at', transformer: asInstant })
  from: Instant;

  /** `null`: she sits there now. */
  @Column('timestamptz', { name: 'to_at', nullable: true, transformer: asInstant })
  to: Instant | null;
}
