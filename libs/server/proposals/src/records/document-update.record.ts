import { type Instant } from '@tavolo/kernel';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { instantColumn } from './columns.js';

/**
 * Every change of a shared text that was accepted, with the member who made it. Kept for ever as proof of authorship: compaction
 * marks rows, it does not delete them. `seq` is no order of commit (a lower one may become visible later).
 */
@Entity('doc_update')
@Index('doc_update_live', ['doc'], { where: 'not compacted' })
@Index('doc_update_unrecorded', ['doc'], { where: 'revision is null' })
@Index('doc_update_of', ['doc', 'seq'])
export class DocumentUpdateRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq: string;

  @Column('text')
  doc: string;

  @Column('bytea')
  data: Buffer;

  @Column('text')
  member: string;

  /** Yjs client ids under which it adds content, all of that member; none when it only takes away. */
  @Column('bigint', { name: 'client_ids', array: true })
  clientIds: string[];

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt: Instant;

  /** Contained in the snapshot. */
  @Column('boolean', { default: false })
  compacted: boolean;

  /** Number of the `doc.revision` entry that vouches for it. */
  @Column('integer', { nullable: true })
  revision: number | null;
}
