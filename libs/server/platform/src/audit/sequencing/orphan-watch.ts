import { type Queryable } from '../reading/tile-source.js';

/** Where a find is told. */
export interface OrphanLog {
  error(line: string): void;
}

/** How often it looks, in milliseconds. */
const LOOK_EVERY_MILLIS = 5000;
/** More than so many are not gathered in one look: one is trouble enough. */
const MOST = 1000;
/** So many are named to the operator. */
const NAMED = 3;

/**
 * Looks for orphans: committed entries that are neither pending nor a leaf of their log, so that no head will ever cover
 * them. The database refuses to make one (`AuditCompleteness`), so somebody changed it with rights of its owner, or
 * before it refused.
 *
 * The first look is at all entries. Each later one is, by an index, at those of transactions that may have ended since.
 * What was found stays found until the process starts again.
 */
export class OrphanWatch {
  readonly #found = new Set<string>();
  #from: string | null = null;
  #lookedAt = -Infinity;

  constructor(
    private readonly log: OrphanLog,
    private readonly everyMillis = LOOK_EVERY_MILLIS,
  ) {}

  /** Ids of the entries found. */
  get found(): readonly string[] {
    return [...this.#found];
  }

  /** Looks when it is time to. `database` may read the log. */
  async look(database: Queryable): Promise<void> {
    const now = performance.now();
    if (now - this.#lookedAt < this.everyMillis) return;
    const [row] = await database.query<{ next: string; orphans: string[] }[]>(
      // The upper bound matters after a dump was loaded into another cluster, whose transactions have smaller numbers.
      `select pg_snapshot_xmin(pg_current_snapshot())::text as next, array(
         select entry.id::text from audit.entry
         where ${this.#from === null ? '$1::xid8 is null' : 'entry.xid >= $1::xid8 and entry.xid < pg_snapshot_xmax(pg_current_snapshot())'}
           and not exists (select from audit.pending where pending.entry_id = entry.id)
           and not exists (select from audit.leaf where leaf.entry_id = entry.id and leaf.space_id = entry.space_id)
         limit ${MOST}) as orphans`,
      [this.#from],
    );
    this.#lookedAt = now;
    if (!row) return;
    this.#from = row.next;
    const before = this.#found.size;
    for (const id of row.orphans) this.#found.add(id);
    if (this.#found.size > before) this.log.error(orphansMessage(this.found));
  }
}

/** One plain sentence for the operator about at least one orphan. */
export function orphansMessage(orphans: readonly string[]): string {
  const named = orphans.slice(0, NAMED).join(', ') + (orphans.length > NAMED ? ', ...' : '');
  const what =
    orphans.length === 1
      ? '1 entry is neither in its log nor on its way into it'
      : `${orphans.length} entries are neither in their log nor on their way into it`;
  return `${what} (${named}): somebody changed the database`;
}
