import { type TableFacts } from '@tavolo/server-tables';
import { type EntityManager } from 'typeorm';

/** What gets a spoken key: proposals, consultations, charters, decisions, mandates, changes of mode, amendments, ballots, assessments, replies. */
export const keyPrefixes = {
  proposal: 'P',
  consultation: 'C',
  charter: 'R',
  decision: 'D',
  mandate: 'MD',
  modeChange: 'MC',
  amendment: 'AM',
  ballot: 'B',
  assessment: 'AS',
  reply: 'RE',
} as const;
export type Keyed = keyof typeof keyPrefixes;

/** First number of a kind on a new installation: proposals, consultations, charters and decisions are told apart at a glance (`P-101`, `C-201`, `R-301`, `D-401`). */
const firstNumbers: Readonly<Record<Keyed, number>> = {
  proposal: 101,
  consultation: 201,
  charter: 301,
  decision: 401,
  mandate: 1,
  modeChange: 1,
  amendment: 1,
  ballot: 1,
  assessment: 1,
  reply: 1,
};

/**
 * A key that nothing else of its kind has, like `B-7`. Taken in the act's transaction, so a refused act uses none up.
 * `given` (import only) is used as it is, and later keys are counted from it.
 *
 * A private room counts for itself, under its own name (`P-COA-1`): a gap in the keys of tables would tell those outside of it.
 */
export async function takeKey(
  manager: EntityManager,
  kind: Keyed,
  { id, key, room }: Pick<TableFacts, 'id' | 'key' | 'room'>,
  given?: string,
): Promise<string> {
  const prefix = keyPrefixes[kind];
  if (room) return given ?? `${prefix}-${key.replace(/^(T|bench)-/u, '')}-${await next(manager, `${prefix}@${id}`, 1)}`;
  const number = given === undefined ? null : numberOf(given, prefix);
  const last = await next(manager, prefix, firstNumbers[kind], number);
  return given ?? `${prefix}-${last}`;
}

async function next(
  manager: EntityManager,
  prefix: string,
  first: number,
  given: number | null = null,
): Promise<number> {
  const rows = await manager.query<{ last: number }[]>(
    `insert into proposal_key (prefix, last) values ($1, coalesce($3::int, $2::int))
     on conflict (prefix) do update set last = greatest(coalesce($3::int, proposal_key.last + 1), proposal_key.last)
     returning last`,
    [prefix, first, given],
  );
  return rows[0]?.last ?? first;
}

function numberOf(given: string, prefix: string): number {
  const number = Number(new RegExp(`^[A-Z]+-(\\d{1,9})$`).exec(given)?.[1]);
  if (!Number.isInteger(number)) throw new RangeError(`not a key: ${given} (expected ${prefix}-1)`);
  return number;
}
