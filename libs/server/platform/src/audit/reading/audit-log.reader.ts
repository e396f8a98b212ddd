import { base64, parseEntry, type Disclosure } from '@tavolo/audit-log';
import { type ActName } from '@tavolo/contracts';
import { type Instant, type Json, type JsonObject } from '@tavolo/kernel';
import { type DataSource } from 'typeorm';
import { type DisclosureVault } from '../write/disclosure-vault.js';
import { type Signer } from '../signing/signer.js';
import { InvalidInput } from '../../acts/problems.js';
import { storedTiles } from './tile-source.js';
import { TileTree } from './tile-tree.js';

/** Which entries to show; all given conditions hold at once. */
export interface LogFilter {
  readonly act?: ActName | undefined;
  readonly stream?: string | undefined;
  /** Pseudonym. */
  readonly actor?: string | undefined;
  /** From this moment on. */
  readonly from?: Instant | undefined;
  /** Up to this moment, without it. */
  readonly to?: Instant | undefined;
  /** Only entries recorded before the entry with this id (`next` of the page before). */
  readonly before?: string | undefined;
  /** 1 to 100; 50 unless given. */
  readonly limit?: number | undefined;
}

/** One entry of a log as it stands in its leaf. */
export interface LogEntry {
  readonly id: string;
  readonly act: ActName;
  readonly at: Instant;
  readonly actor: string | null;
  readonly stream: string;
  readonly version: number;
  readonly data: JsonObject;
  /** Standard base64. */
  readonly leafHash: string;
  /** Place in the log; `null` until the sequencer gave one. */
  readonly index: number | null;
  /** `sealed`: under a signed head; `sequenced`: has an index; `recorded`: committed. */
  readonly proof: 'recorded' | 'sequenced' | 'sealed';
}

export interface LogPage {
  /** Newest first. */
  readonly entries: readonly LogEntry[];
  /** Pass as `before` for older entries; `null` at the end. */
  readonly next: string | null;
}

/** How far a log is proven. */
export interface ProofState {
  readonly origin: string;
  readonly vkey: string;
  /** The last signed head; `null` before the first. `root` is standard base64. */
  readonly head: {
    readonly size: number;
    readonly root: string;
    readonly note: string;
    readonly signedAt: Instant;
  } | null;
  /** Entries committed that have no index yet. */
  readonly pending: number;
}

/** A disclosed value; `value` is absent when it was erased together with its key. */
export interface DisclosedValue {
  readonly name: string;
  readonly value: Json;
  readonly subject: string | null;
  readonly digest: string;
}

interface EntryRow {
  readonly id: string;
  readonly leaf: Buffer;
  readonly leaf_hash: Buffer;
  readonly idx: string | null;
  readonly sealed: boolean;
}

const MAX_INDEX = Number.MAX_SAFE_INTEGER;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const sealed = `coalesce(leaf.idx < (select max(size) from audit.checkpoint where checkpoint.space_id = $1), false) as sealed`;
const wanted = `($2::text is null or entry.act = $2) and ($3::text is null or entry.stream = $3)
  and ($4::text is null or entry.actor = $4) and ($5::text is null or entry.at >= $5)
  and ($6::text is null or entry.at < $6)`;
const pageOfEntries = `
  (select entry.id, entry.leaf, entry.leaf_hash, null::bigint as idx, false as sealed
   from audit.pending join audit.entry on entry.id = pending.entry_id
   where pending.space_id = $1 and ${wanted}
     and ($7::bigint is null or entry.id < $8::uuid)
   order by entry.id desc limit $9)
  union all
  (select entry.id, entry.leaf, entry.leaf_hash, leaf.idx, ${sealed}
   from audit.leaf join audit.entry on entry.id = leaf.entry_id
   where leaf.space_id = $1 and ($7::bigint is null or leaf.idx < $7) and ${wanted}
   order by leaf.idx desc limit $9)
  order by idx desc nulls first, id desc limit $9`;

/** Reads logs. Who may read which is decided by the context that owns the table. */
export class AuditLogReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: DisclosureVault,
    private readonly signer: Signer,
  ) {}

  /** A page of entries, newest first: those without an index yet, then by index. `InvalidInput` when `before` names no entry. */
  async page(space: string, filter: LogFilter = {}): Promise<LogPage> {
    const limit = Math.min(Math.max(filter.limit ?? 50, 1), 100);
    const before = filter.before === undefined ? null : await this.#place(space, filter.before);
    const rows = await this.dataSource.query<EntryRow[]>(pageOfEntries, [
      space,
      filter.act ?? null,
      filter.stream ?? null,
      filter.actor ?? null,
      filter.from ?? null,
      filter.to ?? null,
      before === null ? null : (before.index ?? MAX_INDEX),
      before !== null && before.index === null ? before.id : null,
      limit + 1,
    ]);
    const entries = rows.slice(0, limit).map(toLogEntry);
    return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
  }

  /** One entry of a log by its id; `null` when that log has none. */
  async entry(space: string, id: string): Promise<LogEntry | null> {
    const [row] = await this.dataSource.query<EntryRow[]>(
      `select entry.id, entry.leaf, entry.leaf_hash, leaf.idx, ${sealed}
       from audit.entry left join audit.leaf on leaf.entry_id = entry.id
       where entry.space_id = $1 and entry.id = $2`,
      [space, id],
    );
    return row ? toLogEntry(row) : null;
  }

  async proofState(space: string): Promise<ProofState> {
    const [row] = await this.dataSource.query<
      {
        origin: string;
        pending: string;
        size: string | null;
        root: Buffer | null;
        note: string | null;
        signed_at: Date | null;
      }[]
    >(
      `select space.origin, (select count(*) from audit.pending where pending.space_id = space.id) as pending,
         head.size, head.root, head.note, head.signed_at
       from audit.space left join lateral (
         select size, root, note, signed_at from audit.checkpoint
         where checkpoint.space_id = space.id order by size desc limit 1) as head on true
       where space.id = $1`,
      [space],
    );
    if (!row) throw new Error(`there is no log ${space}`);
    const { origin, pending, size, root, note, signed_at } = row;
    const head =
      size !== null && root !== null && note !== null && signed_at !== null
        ? { size: Number(size), root: base64(root), note, signedAt: signed_at.toISOString() as Instant }
        : null;
    return { origin, vkey: await this.signer.verifierKey(origin), head, pending: Number(pending) };
  }

  /** The disclosed values of entries, unsealed; erased ones are absent. */
  async disclosuresOf(entryIds: readonly string[]): Promise<ReadonlyMap<string, readonly DisclosedValue[]>> {
    const rows = await this.dataSource.query<
      {
        digest: string;
        entry_id: string;
        subject_id: string | null;
        key_id: string;
        sealed: Buffer;
        wrapped: Buffer | null;
      }[]
    >(
      `select digest, entry_id, disclosure.subject_id, key_id, sealed, wrapped
       from audit.disclosure left join audit.subject_key on subject_key.id = disclosure.key_id
       where entry_id = any($1::uuid[]) order by digest`,
      [[...entryIds]],
    );
    const found = new Map<string, DisclosedValue[]>();
    for (const { digest, entry_id, subject_id, key_id, sealed, wrapped } of rows) {
      const opened: Disclosure | null = this.vault.open({
        digest,
        entryId: entry_id,
        subject: subject_id,
        keyId: key_id,
        sealed,
        wrapped,
      });
      if (!opened) continue;
      const values = found.get(entry_id) ?? [];
      values.push({ name: opened.name, value: opened.value, subject: subject_id, digest });
      found.set(entry_id, values);
    }
    return found;
  }

  /** Proof that an entry stands under the last signed head; `null` while it does not. */
  async inclusion(
    space: string,
    entryId: string,
  ): Promise<{
    readonly index: number;
    readonly size: number;
    readonly proof: readonly Uint8Array[];
    readonly note: string;
  } | null> {
    const [entry, { head }] = await Promise.all([this.entry(space, entryId), this.proofState(space)]);
    if (!entry || !head || entry.index === null || entry.index >= head.size) return null;
    const proof = await this.#tree(space).inclusionProof(entry.index, head.size);
    return { index: entry.index, size: head.size, proof, note: head.note };
  }

  /** Proof that the tree of `size` entries continues the one of `older`; both at least 1 and at most what is sequenced (else `RangeError`). */
  consistency(space: string, older: number, size: number): Promise<readonly Uint8Array[]> {
    return this.#tree(space).consistencyProof(older, size);
  }

  async #place(space: string, id: string): Promise<{ readonly id: string; readonly index: number | null }> {
    const entry = uuid.test(id) ? await this.entry(space, id) : null;
    if (!entry) throw new InvalidInput([{ path: 'before', code: 'custom', message: 'no entry of this log' }]);
    return entry;
  }

  #tree(space: string): TileTree {
    return new TileTree(storedTiles(this.dataSource, space));
  }
}

function toLogEntry({ id, leaf, leaf_hash, idx, sealed }: EntryRow): LogEntry {
  const entry = parseEntry(new Uint8Array(leaf));
  return {
    id,
    act: entry.act as ActName,
    at: entry.at as Instant,
    actor: entry.actor,
    stream: entry.stream,
    version: entry.sv,
    data: entry.data,
    leafHash: base64(leaf_hash),
    index: idx === null ? null : Number(idx),
    proof: sealed ? 'sealed' : idx === null ? 'recorded' : 'sequenced',
  };
}
