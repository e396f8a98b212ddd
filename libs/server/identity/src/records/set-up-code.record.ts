import { type Instant } from '@tavolo/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asInstant } from './instant-column.js';

/** The code with which the first administrator is created. At most one row; it goes with its use. */
@Entity({ name: 'identity_set_up_code' })
export class SetUpCodeRecord {
  @PrimaryColumn('boolean', { name: 'only_row' })
  only: boolean;

  @Column('bytea', { name: 'code_hash' })
  codeHash: Buffer;

  @Column('timestamptz', { name: 'made_at', transformer: asInstant })
  madeAt: Instant;
}
