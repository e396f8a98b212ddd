import {
  advance,
  blockersFrom,
  blockersOfChanges,
  changesAt,
  nextModeChangeDue,
  type Ballot,
  type Blocker,
  type ModeChange,
  type Procedure,
} from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { uuid7 } from '@tavolo/server-platform';
import { type EntityManager } from 'typeorm';
import { ModeChangeRecord } from '../records/mode-change.record.js';

/** A change of mode as acts see it, at one moment. */
export interface ModeChangeRow {
  readonly id: string;
  readonly key: string;
  readonly table: string;
  readonly change: ModeChange;
  readonly revision: number;
  readonly createdAt: Instant;
}

/** The change of that key, or nothing. It is read in the transaction that will write it. */
export async function findModeChange(manager: EntityManager, key: string): Promise<ModeChangeRow | null> {
  const found = await manager.findOneBy(ModeChangeRecord, { key });
  return found && toRow(found);
}

/** The changes of the mode of a table, newest first, as they were last recorded. */
export async function modeChangesOf(manager: EntityManager, table: string): Promise<ModeChangeRow[]> {
  const order = { createdAt: 'DESC', key: 'DESC' } as const;
  return (await manager.find(ModeChangeRecord, { where: { table }, order })).map(toRow);
}

export async function insertModeChange(
  manager: EntityManager,
  { table, change, now }: { readonly table: string; readonly change: ModeChange; readonly now: Instant },
): Promise<ModeChangeRow> {
  const row = { id: uuid7(), key: change.key, table, change, revision: 1, createdAt: now };
  const { id, key, revision } = row;
  await manager.insert(ModeChangeRecord, { id, key, table, revision, createdAt: now, ...columnsOf(change) });
  return row;
}

/** Writes what has become of a change. Of two transactions that do so at the same moment one is refused by the database, and runs again. */
export async function saveModeChange(
  manager: EntityManager,
  row: ModeChangeRow,
  change: ModeChange,
): Promise<ModeChangeRow> {
  const { id, revision } = row;
  const changes = { ...columnsOf(change), revision: revision + 1 };
  const { affected } = await manager.update(ModeChangeRecord, { id, revision }, changes);
  if (affected !== 1) throw new Error(`the change of mode ${row.key} was not read in this transaction`);
  return { ...row, change, revision: revision + 1 };
}

/** The ballots on proposals of a table, as they are known at `now`. */
export async function ballotsAtTable(manager: EntityManager, table: string, now: Instant): Promise<readonly Ballot[]> {
  const rows = await manager.query<{ value: Procedure }[]>(
    `select pp.value from proposal_procedure pp join proposal p on p.id = pp.proposal_id
     where p.table_id = $1 and jsonb_array_length(coalesce(pp.value -> 'ballots', '[]'::jsonb)) > 0`,
    [table],
  );
  return rows.flatMap(({ value }) => {
    const { procedure } = advance(value, now);
    return 'ballots' in procedure ? procedure.ballots : [];
  });
}

/** What stands in the way of a change of the table at `now`: ballots, and emergency acts. */
export async function blockersAt(
  manager: EntityManager,
  { key, table }: Pick<ModeChangeRow, 'key' | 'table'>,
  now: Instant,
): Promise<readonly Blocker[]> {
  const ballots = await ballotsAtTable(manager, table, now);
  const all = (await modeChangesOf(manager, table)).map(({ change }) => change);
  return [...blockersFrom(ballots), ...blockersOfChanges(changesAt(all, ballots, now), key)];
}

/** The changes of a table as they stand at `now`, whatever has been recorded of that yet. */
export async function modeChangesAt(
  manager: EntityManager,
  table: string,
  now: Instant,
): Promise<readonly ModeChange[]> {
  const all = (await modeChangesOf(manager, table)).map(({ change }) => change);
  return changesAt(all, await ballotsAtTable(manager, table, now), now);
}

const toRow = ({ id, key, table, value, revision, createdAt }: ModeChangeRecord): ModeChangeRow => ({
  id,
  key,
  table,
  change: value,
  revision,
  createdAt,
});

const columnsOf = (change: ModeChange): Pick<ModeChangeRecord, 'state' | 'nextDue' | 'value'> => ({
  state: change.state,
  nextDue: nextModeChangeDue(change, []),
  value: change,
});
