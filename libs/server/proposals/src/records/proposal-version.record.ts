import { type ProposalText } from '@tavolo/contracts';
import { type Instant, type MemberId, type Words } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from './columns.js';

/** A frozen version. Written once; only `words` may gain a translation. */
@Entity('proposal_version')
export class ProposalVersionRecord {
  @PrimaryColumn('uuid', { name: 'proposal_id' })
  proposal: string;

  /** From 1, without gaps. */
  @PrimaryColumn('integer')
  n: number;

  @Column('jsonb')
  text: ProposalText;

  /** Plain words of each clause, by clause id; the language of the text first, translations beside it. */
  @Column('jsonb')
  words: Readonly<Record<string, Words>>;

  /** Base64 SHA-256 of the canonical JSON of the text. */
  @Column('text', { name: 'text_hash' })
  textHash: string;

  /** Base64 SHA-256 of `state`. */
  @Column('text', { name: 'state_hash' })
  stateHash: string;

  /** The Yjs state at the freeze: proof of who wrote which word, as long as it is kept. */
  @Column('bytea')
  state: Buffer;

  @Column('text', { array: true })
  contributors: MemberId[];

  @Column({ ...instantColumn, name: 'frozen_at' })
  frozenAt: Instant;
}
