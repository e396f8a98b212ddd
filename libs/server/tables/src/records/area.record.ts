import { type Words } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A social area (ambito territoriale sociale), whose tables these are. */
@Entity({ name: 'tables_area' })
export class AreaRecord {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  key: string;

  @Column('jsonb')
  name: Words;
}
