import { type Instant, type MemberId, type Words } from '@tavolo/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instantColumn } from './columns.js';

export const amendmentKinds = ['friendly', 'contested', 'suggestion'] as const;
export type AmendmentKind = (typeof amendmentKinds)[number];
export type AmendmentOutcome = 'open' | 'accepted' | 'rejected' | 'withdrawn';

/** A change that somebody asks for; in a consultation, a suggestion that must be answered. */
@Entity('proposal_amendment')
@Index('proposal_amendment_of', ['proposal'])
export class AmendmentRecord {
  /** `AM-6`, unique on the installation. */
  @PrimaryColumn('text')
  key: string;

  @Column('uuid', { name: 'proposal_id' })
  proposal: string;

  /** Frozen version that it refers to; 0 for the live text before the first one. */
  @Column('integer')
  version: number;

  /** Clause id; `null` for the whole text. */
  @Column('text', { nullable: true })
  clause: string | null;

  @Column('text')
  by: MemberId;

  @Column('text')
  kind: AmendmentKind;

  @Column('jsonb')
  text: Words;

  @Column('text')
  outcome: AmendmentOutcome;

  @Column('jsonb', { nullable: true })
  reason: Words | null;

  @Column({ ...instantColumn })
  at: Instant;
}
