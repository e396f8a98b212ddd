import { type DataSource } from 'typeorm';
import { type DisclosureVault } from '../write/disclosure-vault.js';

const PAGE = 1000;
const LINE_FEED = Buffer.from('\n');

export interface SignedHead {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
}

/** Reads what a bundle consists of, a page at a time. */
export class BundleRows {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: DisclosureVault,
  ) {}

  /** All signed heads of a log, smallest first. */
  async heads(space: string): Promise<SignedHead[]> {
    const rows = await this.dataSource.query<{ origin: string; size: string; root: Buffer; note: string }[]>(
      `select space.origin, checkpoint.size, checkpoint.root, checkpoint.note
       from audit.checkpoint join audit.space on space.id = checkpoint.space_id
       where space_id = $1 order by size`,
      [space],
    );
    return rows.map(({ size, ...head }) => ({ ...head, size: Number(size) }));
  }

  async newestEntry(space: string): Promise<string | null> {
    const [row] = await this.dataSource.query<{ id: string }[]>(
      'select id from audit.entry where space_id = $1 order by id desc limit 1',
      [space],
    );
    return row?.id ?? null;
  }

  /** The lines of `entries.jsonl` for the first `size` entries: the stored bytes, each ended by one LF. */
  async *leaves(space: string, size: number): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < size; from += PAGE) {
      const rows = await this.dataSource.query<{ leaf: Buffer }[]>(
        `select entry.leaf from audit.leaf join audit.entry on entry.id = leaf.entry_id
         where leaf.space_id = $1 and leaf.idx >= $2 and leaf.idx < $3 order by leaf.idx`,
        [space, from, Math.min(from + PAGE, size)],
      );
      yield Buffer.concat(rows.flatMap(({ leaf }) => [leaf, LINE_FEED]));
    }
  }

  /** The lines of `disclosures.txt` for the first `size` entries; what was erased is not there. */
  async *disclosures(space: string, size: number): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < size; from += PAGE) {
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
        `select digest, disclosure.entry_id, disclosure.subject_id, key_id, sealed, wrapped
         from audit.leaf join audit.disclosure on disclosure.entry_id = leaf.entry_id
         left join audit.subject_key on subject_key.id = disclosure.key_id
         where leaf.space_id = $1 and leaf.idx >= $2 and leaf.idx < $3 order by leaf.idx, digest`,
        [space, from, Math.min(from + PAGE, size)],
      );
      const lines = rows.flatMap(({ digest, entry_id, subject_id, key_id, sealed, wrapped }) => {
        const stored = { digest, entryId: entry_id, subject: subject_id, keyId: key_id, sealed, wrapped };
        return this.vault.text(stored) ?? [];
      });
      yield Buffer.from(lines.map((line) => `${line}\n`).join(''));
    }
  }
}
