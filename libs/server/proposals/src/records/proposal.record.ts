import { type Instant, type Language, type MemberId, type Words } from '@tavolo/kernel';
import { type Sector } from '@tavolo/governance';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { instantColumn } from './columns.js';

/** Those in whose name a joint proposal was handed in: organisations by id, and how many people of their own. */
export interface Joint {
  readonly organisations: readonly string[];
  readonly people: number;
}

/** A proposal of a table, or the text of a consultation. How it is decided stands in `ProposalProcedureRecord`. */
@Entity('proposal')
@Unique('proposal_key_unique', ['key'])
@Index('proposal_of_table', ['table', 'changedAt'])
export class ProposalRecord {
  /** Also the id of its shared document. */
  @PrimaryColumn('uuid')
  id: string;

  /** What people say aloud: `P-101`, `C-201`. Unique on the installation. */
  @Column('text')
  key: string;

  @Column('uuid', { name: 'table_id' })
  table: string;

  @Column('text')
  kind: 'proposal' | 'consultation';

  @Column('jsonb')
  title: Words;

  /** Sector of the seat from which it was begun. */
  @Column('text')
  origin: Sector;

  /** Language of the shared text. */
  @Column('text')
  language: Language;

  @Column('text', { array: true })
  sponsors: MemberId[];

  /** Whose joint proposal it is; `null` where it is none. */
  @Column('jsonb', { nullable: true })
  joint: Joint | null;

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt: Instant;

  @Column({ ...instantColumn, name: 'changed_at' })
  changedAt: Instant;
}
