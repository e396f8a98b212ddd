import { type Instant } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from './columns.js';

/** What the compacted updates of a shared text amount to. */
@Entity('doc_snapshot')
export class DocumentSnapshotRecord {
  @PrimaryColumn('text')
  doc: string;

  /** Yjs V1 update. */
  @Column('bytea')
  state: Buffer;

  @Column({ ...instantColumn, name: 'updated_at' })
  updatedAt: Instant;
}
