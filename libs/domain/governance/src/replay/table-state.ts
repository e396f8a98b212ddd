import { memberId, organisationId, seatId, type Json, type JsonObject } from '@tavolo/kernel';
import { type Rulebook } from '../rulebook.js';
import { levels, sectors, tableRoles, type Composition, type Seat } from '../seat.js';
import { isObject, type Parting } from './difference.js';
import { rulebookInWhole, withRightsOf } from '../rulebook-change/rules-of-change.js';
import { type ProcedureEntry } from './entries.js';
import { rulebookIn } from './rulebook-in.js';

/** A table as its log tells it so far. */
export interface TableState {
  readonly composition: Composition;
  /** Rulebooks that were adopted, by key and version. */
  readonly rulebooks: ReadonlyMap<string, Rulebook>;
  /** The one in force; `null` before the first. */
  readonly present: Rulebook | null;
  /** What has to be adopted next, word for word, since two persons and the vote of the seats have decided it; `null` for nothing. */
  readonly awaited: Rulebook | null;
}

export const emptyTable: TableState = {
  composition: { seats: [], roles: [] },
  rulebooks: new Map(),
  present: null,
  awaited: null,
};

/** The name of a rulebook within a table. */
export const rulebookName = (key: Json | undefined, version: Json | undefined): string =>
  JSON.stringify([key ?? null, version ?? null]);

/** The table after an entry, or how the entry contradicts it. Entries about other things leave it as it is. */
export function tableAfter(table: TableState, entry: ProcedureEntry): TableState | Parting {
  const changed = changes[entry.act]?.(table, entry.data);
  return changed ?? table;
}

export const isParting = (found: TableState | Parting): found is Parting => 'kind' in found;

type TableChange = (table: TableState, data: JsonObject) => TableState | Parting;

/** The seats with which a table, or the private room of a sector, began. */
function seated(table: TableState, { seats }: JsonObject): TableState | Parting {
  const read = Array.isArray(seats) ? seats.map(seatIn) : [null];
  const known = read.filter((seat) => seat !== null);
  if (known.length < read.length) return parting('data.seats', 'seats', seats);
  return { ...table, composition: { seats: known, roles: [] } };
}

const changes: Readonly<Record<string, TableChange>> = {
  'table.created': seated,
  'bench.opened': seated,
  'rulebook.adopted': (table, { rulebook, version, mode, text }) => {
    const read = rulebookIn(text);
    if (!read) return parting('data.text', 'rulebook', text);
    for (const [place, said, meant] of [
      ['data.rulebook', rulebook, read.key],
      ['data.version', version, read.version],
      ['data.mode', mode, read.mode],
    ] as const) {
      if (said !== meant) return parting(place, meant, said);
    }
    const { awaited } = table;
    if (awaited && rulebookInWhole(awaited) !== rulebookInWhole(read)) {
      return parting('data.text', rulebookInWhole(awaited), text);
    }
    return {
      composition: withRightsOf(read, table.composition),
      rulebooks: new Map([...table.rulebooks, [rulebookName(rulebook, version), read]]),
      present: read,
      awaited: null,
    };
  },
  'seat.filled': (table, { seat, sector, member, as }) => {
    const place = placeIn(table, seat, as);
    if (!place || typeof member !== 'string') return parting('data.seat', null, seat);
    if (place.seat.sector !== sector) return parting('data.sector', place.seat.sector, sector);
    if (place.sitter !== null) return parting('data.member', place.sitter, member);
    return withSeat(table, { ...place.seat, [place.as]: memberId(member) });
  },
  'seat.vacated': (table, { seat, member, as }) => {
    const place = placeIn(table, seat, as);
    if (!place) return parting('data.seat', null, seat);
    if (place.sitter !== member) return parting('data.member', place.sitter, member);
    return withSeat(table, { ...place.seat, [place.as]: null });
  },
  'role.given': (table, { member, role }) => {
    const given = tableRoles.find((one) => one === role);
    if (!given || typeof member !== 'string') return parting('data.role', null, role);
    return withRoles(table, [...table.composition.roles, { role: given, member: memberId(member) }]);
  },
  'role.ended': (table, { member, role }) => {
    const { roles } = table.composition;
    const others = roles.filter((one) => one.role !== role || one.member !== member);
    return others.length < roles.length ? withRoles(table, others) : parting('data.member', null, member);
  },
};

const parting = (place: string, expected: Json, recorded: Json | undefined): Parting => ({
  kind: 'value',
  place,
  expected,
  recorded: recorded ?? null,
});

function placeIn({ composition }: TableState, id: Json | undefined, as: Json | undefined) {
  const seat = composition.seats.find((one) => one.id === id);
  return seat && (as === 'holder' || as === 'deputy') ? { seat, as, sitter: seat[as] } : null;
}

const withSeat = (table: TableState, seat: Seat): TableState => ({
  ...table,
  composition: {
    ...table.composition,
    seats: table.composition.seats.map((one) => (one.id === seat.id ? seat : one)),
  },
});

const withRoles = (table: TableState, roles: Composition['roles']): TableState => ({
  ...table,
  composition: { ...table.composition, roles },
});

function seatIn(value: Json): Seat | null {
  if (!isObject(value)) return null;
  const { seat: id, organisation, right, assesses, decidingAuthority } = value;
  const sector = sectors.find((one) => one === value.sector);
  const level = levels.find((one) => one === value.level);
  if (typeof id !== 'string' || !sector || !level || (right !== 'vote' && right !== 'voice')) return null;
  return {
    id: seatId(id),
    sector,
    organisation: typeof organisation === 'string' ? organisationId(organisation) : null,
    level,
    right,
    assesses: assesses === true,
    decidingAuthority: decidingAuthority === true,
    holder: null,
    deputy: null,
  };
}
