import { type Instant } from '@tavolo/kernel';
import { type Mode, type Procedure } from '@tavolo/governance';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instantColumn } from './columns.js';

/** The procedure of one proposal as one value. Acts lock this row, so of two acts at the same moment one sees the other. */
@Entity('proposal_procedure')
@Index('proposal_procedure_due', ['nextDue'])
export class ProposalProcedureRecord {
  @PrimaryColumn('uuid', { name: 'proposal_id' })
  proposal: string;

  @Column('text')
  mode: Mode;

  @Column('text')
  stage: string;

  /** When something follows by itself; `null` when nothing will. */
  @Column({ ...instantColumn, name: 'next_due', nullable: true })
  nextDue: Instant | null;

  @Column('jsonb')
  value: Procedure;

  /** Grows by one with each change of the proposal, from 1. */
  @Column('integer')
  revision: number;
}
