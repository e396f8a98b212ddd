import { type Level, type Rulebook, type Sector, type TableRole } from '@tavolo/governance';
import { instant, type Words } from '@tavolo/kernel';
import { In, type EntityManager } from 'typeorm';
import { OrganisationRecord } from '../records/organisation.record.js';
import { type TableKind, type Visibility } from '../records/table.record.js';
import { type Room, type TableFacts } from './table-facts.js';

interface TableRow {
  id: string;
  key: string;
  name: Words;
  area_name: Words | null;
  visibility: Visibility;
  kind: TableKind;
  bench_sector: Sector | null;
  of_id: string | null;
  of_key: string | null;
  of_name: Words | null;
  space_id: string;
  origin: string;
  rulebook: Rulebook;
  seats: number;
  created_at: Date;
}

/** Tables with a rulebook in force; one that has none yet does not exist for anybody. */
const selectTables = `
  select t.id, t.key, t.name, a.name as area_name, t.visibility, t.kind, t.bench_sector,
         o.id as of_id, o.key as of_key, o.name as of_name, t.space_id, t.origin, t.created_at, r.body as rulebook,
         (select count(*)::int from tables_seat s where s.table_id = t.id) as seats
  from tables_table t
  join tables_rulebook r on r.table_id = t.id and r.to_at is null
  left join tables_area a on a.id = t.area_id
  left join tables_table o on o.id = t.bench_of`;

/** The table of that key or id. Both are compared as text: nothing that is asked for is ever read as a number. */
export async function findTable(manager: EntityManager, keyOrId: string): Promise<TableFacts | null> {
  const where = 'where t.key = $1 or t.id::text = $1';
  const [row] = await manager.query<TableRow[]>(`${selectTables} ${where}`, [keyOrId]);
  return row === undefined ? null : toFacts(row);
}

/** All tables, by key. */
export async function allTables(manager: EntityManager): Promise<TableFacts[]> {
  return (await manager.query<TableRow[]>(`${selectTables} order by t.key`)).map(toFacts);
}

const toFacts = (row: TableRow): TableFacts => ({
  id: row.id,
  key: row.key,
  name: row.name,
  area: row.area_name === null ? null : { name: row.area_name },
  visibility: row.visibility,
  room: roomOf(row),
  space: row.space_id,
  origin: row.origin,
  rulebook: row.rulebook,
  seats: row.seats,
  createdAt: instant(row.created_at),
});

function roomOf({ kind, bench_sector: sector, of_id: id, of_key: key, of_name: name }: TableRow): Room | null {
  if (kind === 'coalition') return { kind };
  if (kind === 'table' || sector === null || id === null || key === null || name === null) return null;
  return { kind, sector, of: { id, key, name } };
}

/** The bench of a sector of a table, if it has been opened: its id, and its key. */
export async function findBench(
  manager: EntityManager,
  table: string,
  sector: Sector,
): Promise<{ readonly id: string; readonly key: string } | null> {
  const [bench] = await manager.query<{ id: string; key: string }[]>(
    'select id, key from tables_table where bench_of = $1 and bench_sector = $2',
    [table, sector],
  );
  return bench ?? null;
}

/** What a person is at a table. */
export interface Place {
  readonly table: string;
  readonly member: string;
  readonly seat: string | null;
  readonly as: 'holder' | 'deputy' | null;
  readonly roles: readonly TableRole[];
}

/** The tables that a person is a member of, and what she is there. */
export function placesOf(manager: EntityManager, person: string): Promise<Place[]> {
  return manager.query<Place[]>(
    `select m.table_id as "table", m.id as member, s.seat_id as seat, s."as" as "as",
            coalesce(array(select r.role from tables_role r
                           where r.member_id = m.id and r.to_at is null order by r.role), '{}') as roles
     from tables_member m
     left join tables_seating s on s.member_id = m.id and s.to_at is null
     where m.person_id = $1 and m.joined_at is not null`,
    [person],
  );
}

export interface SeatRow {
  readonly id: string;
  readonly number: number;
  readonly sector: Sector;
  readonly organisation: string | null;
  readonly level: Level;
  readonly right: 'vote' | 'voice';
  readonly assesses: boolean;
  readonly decidingAuthority: boolean;
  readonly holder: string | null;
  readonly deputy: string | null;
}

/** The seats of a table in their order, with who sits there now. */
export function seatsOf(manager: EntityManager, table: string): Promise<SeatRow[]> {
  return manager.query<SeatRow[]>(
    `select s.id, s.number, s.sector, s.organisation_id as organisation, s.level, s."right", s.assesses,
            s.deciding_authority as "decidingAuthority", h.member_id as holder, d.member_id as deputy
     from tables_seat s
     left join tables_seating h on h.seat_id = s.id and h."as" = 'holder' and h.to_at is null
     left join tables_seating d on d.seat_id = s.id and d."as" = 'deputy' and d.to_at is null
     where s.table_id = $1
     order by s.number`,
    [table],
  );
}

/** The organisations for which seats are held. */
export async function organisationsOf(
  manager: EntityManager,
  seats: readonly Pick<SeatRow, 'organisation'>[],
): Promise<OrganisationRecord[]> {
  const ids = new Set(seats.flatMap(({ organisation }) => organisation ?? []));
  return ids.size === 0 ? [] : manager.findBy(OrganisationRecord, { id: In([...ids]) });
}

/** Who guides the table now. */
export function rolesOf(manager: EntityManager, table: string): Promise<{ role: TableRole; member: string }[]> {
  return manager.query<{ role: TableRole; member: string }[]>(
    `select role, member_id as member from tables_role where table_id = $1 and to_at is null order by role, from_at`,
    [table],
  );
}

/** The seat that each member held last, of those who hold none now. */
export function lastSeatsOf(
  manager: EntityManager,
  table: string,
): Promise<{ member: string; seat: string; as: 'holder' | 'deputy' }[]> {
  return manager.query<{ member: string; seat: string; as: 'holder' | 'deputy' }[]>(
    `select distinct on (member_id) member_id as member, seat_id as seat, "as"
     from tables_seating where table_id = $1 order by member_id, from_at desc`,
    [table],
  );
}

/** Every pseudonym of a table with the person behind it; `null` when she was erased. */
export function pseudonymsOf(
  manager: EntityManager,
  table: string,
): Promise<{ member: string; person: string | null; joined: boolean }[]> {
  return manager.query<{ member: string; person: string | null; joined: boolean }[]>(
    `select id as member, person_id as person, joined_at is not null as joined from tables_member where table_id = $1`,
    [table],
  );
}
