import { type Level, type Sector } from '@tavolo/governance';
import { type Words } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation for which seats are held. */
@Entity({ name: 'tables_organisation' })
export class OrganisationRecord {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  key: string;

  @Column('jsonb')
  name: Words;

  @Column('text')
  sector: Sector;

  @Column('text')
  level: Level;
}
