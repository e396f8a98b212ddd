import { type EntityManager } from 'typeorm';

/** Changes of a text for which no entry of the log vouches yet. */
export interface Unrecorded {
  /** Number of the revision that would vouch for them. */
  readonly revision: number;
  readonly updates: readonly string[];
  /** Who made them, in the order of their first changes. */
  readonly contributors: readonly string[];
}

/** What is unrecorded in a text, as this transaction sees it. */
export async function unrecorded(manager: EntityManager, doc: string): Promise<Unrecorded> {
  const rows: { seq: string; member: string }[] = await manager.query(
    'select seq, member from doc_update where doc = $1 and revision is null order by seq',
    [doc],
  );
  const last = await manager.query<{ revision: number | null }[]>(
    'select max(revision) as revision from doc_update where doc = $1',
    [doc],
  );
  return {
    revision: (last[0]?.revision ?? 0) + 1,
    updates: rows.map(({ seq }) => seq),
    contributors: [...new Set(rows.map(({ member }) => member))],
  };
}

/** Says which revision vouches for these changes. */
export async function markRecorded(manager: EntityManager, { updates, revision }: Unrecorded): Promise<void> {
  await manager.query('update doc_update set revision = $2 where seq = any($1::bigint[])', [updates, revision]);
}

/** Texts with unrecorded changes. */
export async function unrecordedTexts(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ doc: string }[]>('select distinct doc from doc_update where revision is null');
  return rows.map(({ doc }) => doc);
}
