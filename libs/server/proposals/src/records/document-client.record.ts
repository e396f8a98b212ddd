import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whose Yjs client id this is. A word written under it is hers. */
@Entity('doc_client')
export class DocumentClientRecord {
  @PrimaryColumn('text')
  doc: string;

  @PrimaryColumn('bigint', { name: 'client_id' })
  clientId: string;

  @Column('text')
  member: string;
}
