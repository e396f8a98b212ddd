import { type Level, type Sector } from '@tavolo/governance';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place at a table. Who sits on it is a `SeatingRecord`. */
@Entity({ name: 'tables_seat' })
export class SeatRecord {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'table_id' })
  table: string;

  /** Order at the table, from 1. */
  @Column('integer')
  number: number;

  @Column('text')
  sector: Sector;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisation: string | null;

  @Column('text')
  level: Level;

  @Column('text')
  right: 'vote' | 'voice';

  @Column('boolean')
  assesses: boolean;

  @Column('boolean', { name: 'deciding_authority' })
  decidingAuthority: boolean;

  /** In a bench: the seat at its table whose people sit here. */
  @Column('uuid', { nullable: true })
  follows: string | null;
}
