import { Injectable } from '@nestjs/common';
import {
  type AcceptedUpdate,
  type DocumentStore,
  type RegisteredClient,
  type StoredDocument,
} from '@tavolo/collaboration/room';
import { type MemberId } from '@tavolo/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { unrecordedTexts } from './revision.repository.js';

/** A change as it was kept. */
export interface KeptUpdate {
  readonly seq: string;
  readonly data: Buffer;
  readonly member: string;
  readonly createdAt: Date;
}

/** The shared texts in PostgreSQL: changes are appended and kept for ever; a snapshot saves reading them all. */
@Injectable()
export class DocumentLog implements DocumentStore {
  constructor(private readonly database: DataSource) {}

  /** Stores changes of any number of texts in one statement. They are durable when it resolves. */
  async append(updates: readonly AcceptedUpdate[]): Promise<void> {
    await this.database.query(
      `insert into doc_update (doc, data, member, client_ids, created_at)
       select doc, data, member, client_ids::bigint[], created_at
       from unnest($1::text[], $2::bytea[], $3::text[], $4::text[], $5::timestamptz[])
         u (doc, data, member, client_ids, created_at)`,
      [
        updates.map(({ documentId }) => documentId),
        updates.map(({ update }) => Buffer.from(update)),
        updates.map(({ member }) => member),
        updates.map(({ clientIds }) => `{${clientIds.join(',')}}`),
        updates.map(({ at }) => new Date(at)),
      ],
    );
  }

  async load(documentId: string): Promise<StoredDocument> {
    return this.stored(documentId, this.database.manager);
  }

  /** The snapshot and the changes that it does not contain, all of them Yjs V1 updates. */
  async parts(documentId: string, manager: EntityManager = this.database.manager): Promise<Uint8Array[]> {
    const { snapshot, updates } = await this.stored(documentId, manager);
    return [...(snapshot ? [snapshot] : []), ...updates];
  }

  /**
   * Puts the changes that stand alone into the snapshot and marks exactly those that were read. A lower number may become visible later, so
   * nothing is ever marked by comparing numbers.
   */
  async compact(documentId: string, merge: (stored: StoredDocument) => Uint8Array): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`doc:${documentId}`]);
      const rows = await manager.query<{ seq: string; data: Buffer }[]>(
        'select seq, data from doc_update where doc = $1 and not compacted order by seq',
        [documentId],
      );
      if (rows.length === 0) return;
      const snapshot = await snapshotOf(documentId, manager);
      const state = merge({ snapshot, updates: rows.map(({ data }) => data) });
      await manager.query(
        `insert into doc_snapshot (doc, state, updated_at) values ($1, $2, clock_timestamp())
         on conflict (doc) do update set state = excluded.state, updated_at = excluded.updated_at`,
        [documentId, Buffer.from(state)],
      );
      const read = rows.map(({ seq }) => seq);
      await manager.query('update doc_update set compacted = true where seq = any($1::bigint[])', [read]);
    });
  }

  /** All client ids of a text with the member whose they are. */
  async clientsOf(documentId: string): Promise<RegisteredClient[]> {
    const rows = await this.database.query<{ id: string; member: string }[]>(
      'select client_id as id, member from doc_client where doc = $1',
      [documentId],
    );
    return rows.map(({ id, member }) => ({ clientId: Number(id), member }));
  }

  async registerClient(documentId: string, clientId: number, member: string): Promise<boolean> {
    await this.database.query(
      'insert into doc_client (doc, client_id, member) values ($1, $2, $3) on conflict do nothing',
      [documentId, clientId, member],
    );
    const rows = await this.database.query<{ member: string }[]>(
      'select member from doc_client where doc = $1 and client_id = $2',
      [documentId, clientId],
    );
    return rows[0]?.member === member;
  }

  /** Every change of a text since it began, in the order in which they were stored. */
  async all(documentId: string): Promise<KeptUpdate[]> {
    return this.database.query<KeptUpdate[]>(
      'select seq, data, member, created_at as "createdAt" from doc_update where doc = $1 order by seq',
      [documentId],
    );
  }

  /** Who wrote in a text, in the order of their first changes. */
  async contributors(documentId: string): Promise<MemberId[]> {
    const rows = await this.database.query<{ member: MemberId }[]>(
      'select member from doc_update where doc = $1 group by member order by min(seq)',
      [documentId],
    );
    return rows.map(({ member }) => member);
  }

  /** Texts with changes for which no entry of the audit log vouches yet. */
  async unrecordedTexts(): Promise<string[]> {
    return unrecordedTexts(this.database.manager);
  }

  private async stored(documentId: string, manager: EntityManager): Promise<StoredDocument> {
    const rows = await manager.query<{ data: Buffer; snapshot: boolean }[]>(
      `select data, snapshot from (
         select state as data, true as snapshot, 0 as seq from doc_snapshot where doc = $1
         union all
         select data, false, seq from doc_update where doc = $1 and not compacted) parts
       order by snapshot desc, seq`,
      [documentId],
    );
    return {
      snapshot: rows.find(({ snapshot }) => snapshot)?.data ?? null,
      updates: rows.filter(({ snapshot }) => !snapshot).map(({ data }) => data),
    };
  }
}

async function snapshotOf(documentId: string, manager: EntityManager): Promise<Uint8Array | null> {
  const rows = await manager.query<{ state: Buffer }[]>('select state from doc_snapshot where doc = $1', [documentId]);
  return rows[0]?.state ?? null;
}
