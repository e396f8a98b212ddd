import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given to each kind of key (`P`, `C`, `AM`, `B`, `AS`, `RE`). */
@Entity('proposal_key')
export class KeySequenceRecord {
  @PrimaryColumn('text')
  prefix: string;

  @Column('integer')
  last: number;
}
