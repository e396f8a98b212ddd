import { Injectable } from '@nestjs/common';
import { type MemberId } from '@tavolo/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import * as Y from 'yjs';
import { unrecordedTexts } from './revision.repository.js';

/** One accepted change of a shared text. */
export interface WrittenUpdate {
  readonly doc: string;
  /** Yjs V1 update. */
  readonly data: Uint8Array;
  readonly member: string;
  readonly clientId: number | null;
  readonly at: Date;
}

/** A change as it was kept. */
export interface KeptUpdate {
  readonly seq: string;
  readonly data: Buffer;
  readonly member: string;
  readonly createdAt: Date;
}

/** The log of all shared texts in PostgreSQL: changes are appended and kept for ever; a snapshot saves reading them all. */
@Injectable()
export class DocumentLog {
  constructor(private readonly database: DataSource) {}

  /** Stores changes of any number of texts in one statement. They are durable when it resolves. */
  async append(updates: readonly WrittenUpdate[]): Promise<void> {
    await this.database.query(
      `insert into doc_update (doc, data, member, client_id, created_at)
       select * from unnest($1::text[], $2::bytea[], $3::text[], $4::bigint[], $5::timestamptz[])`,
      [
        updates.map(({ doc }) => doc),
        updates.map(({ data }) => Buffer.from(data)),
        updates.map(({ member }) => member),
        updates.map(({ clientId }) => clientId),
        updates.map(({ at }) => at),
      ],
    );
  }

  /** What a text consists of: the snapshot, and the changes that it does not contain; all of them Yjs V1 updates. */
  async load(doc: string, manager: EntityManager = this.database.manager): Promise<Buffer[]> {
    const rows: { data: Buffer }[] = await manager.query(
      `select data from (
         select state as data, 0 as part, 0 as seq from doc_snapshot where doc = $1
         union all
         select data, 1, seq from doc_update where doc = $1 and not compacted) parts
       order by part, seq`,
      [doc],
    );
    return rows.map(({ data }) => data);
  }

  /** Every change of a text since it began, in the order in which they were stored. */
  async all(doc: string): Promise<KeptUpdate[]> {
    return this.database.query(
      `select seq, data, member, created_at as "createdAt" from doc_update where doc = $1 order by seq`,
      [doc],
    );
  }

  /** Who wrote in a text, in the order of their first changes. */
  async contributors(doc: string, manager: EntityManager = this.database.manager): Promise<MemberId[]> {
    const rows: { member: MemberId }[] = await manager.query(
      `select member from doc_update where doc = $1 group by member order by min(seq)`,
      [doc],
    );
    return rows.map(({ member }) => member);
  }

  /** Texts with changes for which no entry of the audit log vouches yet. */
  async unrecordedTexts(): Promise<string[]> {
    return unrecordedTexts(this.database.manager);
  }

  /**
   * Puts the changes that stand alone into the snapshot and marks exactly those that were read. A lower number may become visible later, so
   * nothing is ever marked by comparing numbers.
   */
  async compact(doc: string, now: Date): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`doc:${doc}`]);
      const rows: { seq: string; data: Buffer }[] = await manager.query(
        'select seq, data from doc_update where doc = $1 and not compacted order by seq',
        [doc],
      );
      if (rows.length === 0) return;
      const snapshots: { state: Buffer }[] = await manager.query('select state from doc_snapshot where doc = $1', [doc]);
      const state = merged([...snapshots.map((snapshot) => snapshot.state), ...rows.map(({ data }) => data)]);
      await manager.query(
        `insert into doc_snapshot (doc, state, updated_at) values ($1, $2, $3)
         on conflict (doc) do update set state = excluded.state, updated_at = excluded.updated_at`,
        [doc, state, now],
      );
      await manager.query('update doc_update set compacted = true where seq = any($1::bigint[])', [
        rows.map(({ seq }) => seq),
      ]);
    });
  }

  /**
   * Registers Yjs client ids for a member: ids that nobody ever used become hers, her own are confirmed. Returns the ids that are hers now;
   * the others belong to somebody else.
   */
  async claimClients(doc: string, member: string, clientIds: readonly number[]): Promise<number[]> {
    await this.database.query(
      `insert into doc_client (doc, client_id, member) select $1, id, $2 from unnest($3::bigint[]) id on conflict do nothing`,
      [doc, member, clientIds],
    );
    const rows: { id: string }[] = await this.database.query(
      `select client_id as id from doc_client where doc = $1 and member = $2 and client_id = any($3::bigint[])`,
      [doc, member, clientIds],
    );
    return rows.map(({ id }) => Number(id));
  }

  /** All client ids of a text with the member whose they are. */
  async clients(doc: string): Promise<Map<number, string>> {
    const rows: { id: string; member: string }[] = await this.database.query(
      `select client_id as id, member from doc_client where doc = $1`,
      [doc],
    );
    return new Map(rows.map(({ id, member }) => [Number(id), member]));
  }
}

/** Only a document brings changes into one; merged updates alone would keep every gap between them. */
function merged(updates: readonly Uint8Array[]): Buffer {
  const doc = new Y.Doc({ gc: false });
  for (const update of updates) Y.applyUpdate(doc, update);
  const state = Buffer.from(Y.encodeStateAsUpdate(doc));
  doc.destroy();
  return state;
}
