import { base64, entryLeaf, leafHash, nextInStream, type StreamHead } from '@tavolo/audit-log';
import { type Instant } from '@tavolo/kernel';
import { type EntityManager } from 'typeorm';
import { type EntryDraft, type RecordedEntry } from '../../acts/entry-draft.js';
import { StreamTaken } from '../../acts/conflict.js';
import { type DisclosureVault, type SealedDisclosure } from './disclosure-vault.js';

/** A draft with the id that it keeps over all attempts of its act. */
export interface IdentifiedDraft {
  readonly id: string;
  readonly draft: EntryDraft;
}

interface StreamState {
  readonly origin: string;
  head: StreamHead | undefined;
}

interface BuiltEntry {
  readonly recorded: RecordedEntry;
  readonly leaf: Uint8Array;
  readonly hash: Uint8Array;
}

/**
 * Writes entries as the last statements of a transaction (audit-log.md 3.3): reads the head of each stream, builds the
 * leaves, inserts entries, pending rows and disclosures. Streams are taken in sorted order, so two transactions never wait
 * for each other in a circle. A second writer of a stream gets 23505, or `StreamTaken` while somebody writes it or has
 * queued for it; the act is run again.
 */
export class AuditAppender {
  constructor(private readonly vault: DisclosureVault) {}

  async append(manager: EntityManager, drafts: readonly IdentifiedDraft[], now: Instant): Promise<RecordedEntry[]> {
    const ordered = [...drafts].sort((a, b) => compare(streamKey(a.draft), streamKey(b.draft)));
    const streams = await streamStates(manager, ordered);
    const entries: BuiltEntry[] = [];
    const disclosures: SealedDisclosure[] = [];
    for (const { id, draft } of ordered) {
      const sealed = await this.vault.seal(manager, draft.space, id, draft.disclosures ?? []);
      const state = streams.get(streamKey(draft));
      if (!state) throw new Error(`there is no log ${draft.space}`);
      const entry = build(
        id,
        draft,
        state,
        now,
        sealed.map(({ digest }) => digest),
      );
      state.head = { sv: entry.recorded.version, leafHash: entry.hash };
      entries.push(entry);
      disclosures.push(...sealed);
    }
    await insert(manager, entries);
    await this.vault.store(manager, disclosures);
    return entries.map(({ recorded }) => recorded);
  }
}

/** One text for a space and a stream; also the name of the lock under which a contended stream is written. */
export function streamKey({ space, stream }: Pick<EntryDraft, 'space' | 'stream'>): string {
  return `${space} ${stream}`;
}

function build(
  id: string,
  draft: EntryDraft,
  { origin, head }: StreamState,
  now: Instant,
  digests: readonly string[],
): BuiltEntry {
  const { space, act, stream, actor, data } = draft;
  const place = nextInStream(head);
  const leaf = entryLeaf({ id, log: origin, at: draft.at ?? now, actor, act, stream, data, digests, ...place });
  const hash = leafHash(leaf);
  return { recorded: { id, space, act, stream, version: place.sv, leafHash: base64(hash) }, leaf, hash };
}

async function streamStates(
  manager: EntityManager,
  drafts: readonly IdentifiedDraft[],
): Promise<Map<string, StreamState>> {
  const streams = [...new Map(drafts.map(({ draft }) => [streamKey(draft), draft])).values()];
  const rows = await manager.query<
    { space: string; stream: string; mine: boolean; origin: string; sv: number | null; leaf_hash: Buffer | null }[]
  >(
    `select wanted.space_id as space, wanted.stream, space.origin, head.sv, head.leaf_hash,
       pg_try_advisory_xact_lock(hashtextextended(wanted.key, 0)) as mine
     from unnest($1::uuid[], $2::text[], $3::text[]) as wanted (space_id, stream, key)
     join audit.space on space.id = wanted.space_id
     left join lateral (
       select sv, leaf_hash from audit.entry
       where entry.space_id = wanted.space_id and entry.stream = wanted.stream
       order by sv desc limit 1) head on true`,
    [streams.map(({ space }) => space), streams.map(({ stream }) => stream), streams.map(streamKey)],
  );
  const taken = rows.find(({ mine }) => !mine);
  if (taken) throw new StreamTaken(taken.stream);
  return new Map(
    rows.map(({ space, stream, origin, sv, leaf_hash }) => {
      const head = sv !== null && leaf_hash !== null ? { sv, leafHash: new Uint8Array(leaf_hash) } : undefined;
      return [streamKey({ space, stream }), { origin, head }];
    }),
  );
}

async function insert(manager: EntityManager, entries: readonly BuiltEntry[]): Promise<void> {
  await manager.query(
    `with entries as (
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::bytea[], $6::bytea[])
         as entry (id, space_id, stream, sv, leaf, leaf_hash)),
     inserted as (insert into audit.entry (id, space_id, stream, sv, leaf, leaf_hash) select * from entries)
     insert into audit.pending (entry_id, space_id) select id, space_id from entries`,
    [
      entries.map(({ recorded }) => recorded.id),
      entries.map(({ recorded }) => recorded.space),
      entries.map(({ recorded }) => recorded.stream),
      entries.map(({ recorded }) => recorded.version),
      entries.map(({ leaf }) => Buffer.from(leaf)),
      entries.map(({ hash }) => Buffer.from(hash)),
    ],
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
