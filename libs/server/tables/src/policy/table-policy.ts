import { type MeAtTable } from '@tavolo/contracts';
import { type Actor, type Composition } from '@tavolo/governance';
import { memberId, organisationId, seatId, type Words } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { Administrators, PersonReader } from '@tavolo/server-identity';
import { NotFound, type Who } from '@tavolo/server-platform';
import { type MemberAtTable, type Standing, type TableFacts } from './table-facts.js';
import {
  allTables,
  findTable,
  lastSeatsOf,
  placesOf,
  pseudonymsOf,
  rolesOf,
  seatsOf,
  type Place,
} from './table.repository.js';
import { deputyWords, memberWords, outsiderWords, rolesWords, seatWords } from './seat-words.js';
import { TableDatabase } from './table-database.reader.js';
import { type EntityManager } from 'typeorm';

/**
 * The one place that decides who may read a table and who sees names.
 *
 * `public` tables are read by everybody, `members` tables by their members and by administrators; for anybody else such a
 * table does not exist. Benches and coalitions exist for those who sit or guide there, and for nobody else, no administrator either.
 * Names of people are shown to members of the table and to administrators. Every call asks the
 * database anew, so a right that was given or taken counts at once. Inside an act pass its `manager`.
 */
@Injectable()
export class TablePolicy {
  constructor(
    private readonly database: TableDatabase,
    private readonly administrators: Administrators,
    private readonly people: PersonReader,
  ) {}

  /** How `who` stands to the table of that key or id. Throws `NotFound` when there is none, or none that she may read. */
  async of(who: Who, keyOrId: string, manager: EntityManager = this.database.manager): Promise<Standing> {
    const standing = await this.find(who, keyOrId, manager);
    if (standing === null) throw new NotFound('table', { table: keyOrId });
    return standing;
  }

  /** Like `of`, with `null` instead of `NotFound`. */
  async find(who: Who, keyOrId: string, manager: EntityManager = this.database.manager): Promise<Standing | null> {
    const table = await findTable(manager, keyOrId);
    if (table === null) return null;
    const { administrator, places } = await this.reader(who, manager);
    return standingOf(table, places, administrator, who);
  }

  /** Every table that `who` may read, by key. */
  async all(who: Who, manager: EntityManager = this.database.manager): Promise<Standing[]> {
    const { administrator, places } = await this.reader(who, manager);
    return (await allTables(manager)).flatMap((table) => standingOf(table, places, administrator, who) ?? []);
  }

  /** Who is at the table now, for the procedures. */
  async composition(table: string, manager: EntityManager = this.database.manager): Promise<Composition> {
    const [seats, roles] = await inTurn(manager, table);
    return {
      seats: seats.map(({ id, sector, organisation, level, right, assesses, decidingAuthority, holder, deputy }) => ({
        id: seatId(id),
        sector,
        organisation: organisation === null ? null : organisationId(organisation),
        level,
        right,
        assesses,
        decidingAuthority,
        holder: holder === null ? null : memberId(holder),
        deputy: deputy === null ? null : memberId(deputy),
      })),
      roles: roles.map(({ role, member }) => ({ role, member: memberId(member) })),
    };
  }

  /**
   * Everybody who has a pseudonym at the table, by pseudonym: members, and others who acted at it. Of somebody who was erased
   * there is the label alone: of the seat that she held last.
   */
  async members(table: string, manager: EntityManager = this.database.manager): Promise<Map<string, MemberAtTable>> {
    const pseudonyms = await pseudonymsOf(manager, table);
    const [seats, roles] = await inTurn(manager, table);
    const people = await this.people.people(
      pseudonyms.flatMap(({ person }) => person ?? []),
      manager,
    );
    const erased = pseudonyms.some(({ person }) => person === null);
    const lastSeats = new Map((erased ? await lastSeatsOf(manager, table) : []).map((last) => [last.member, last]));
    const erasedLabel = (member: string, joined: boolean): Required<Words> => {
      const last = lastSeats.get(member);
      const seat = seats.find(({ id }) => id === last?.seat);
      if (!seat) return joined ? memberWords : outsiderWords;
      return last?.as === 'deputy' ? deputyWords(seat) : seatWords(seat);
    };
    return new Map(
      pseudonyms.flatMap(({ member, person: id, joined }): [string, MemberAtTable][] => {
        if (id === null) {
          const label = erasedLabel(member, joined);
          return [[member, { member, person: null, name: null, title: null, label }]];
        }
        const person = people.get(id);
        if (person === undefined) return [];
        const own = roles.filter((held) => held.member === member).map(({ role }) => role);
        const held = seats.find(({ holder }) => holder === member);
        const deputised = seats.find(({ deputy }) => deputy === member);
        const label =
          (held && seatWords(held)) ??
          (deputised && deputyWords(deputised)) ??
          rolesWords(own) ??
          (joined ? memberWords : outsiderWords);
        return [[member, { member, person: id, name: person.name, title: person.title, label }]];
      }),
    );
  }

  private async reader(who: Who, manager: EntityManager): Promise<{ administrator: boolean; places: Place[] }> {
    if (who.kind !== 'person') return { administrator: false, places: [] };
    const administrator = await this.administrators.isOne(who, manager);
    return { administrator, places: await placesOf(manager, who.person) };
  }
}

/** One after the other: a transaction has one connection. */
async function inTurn(manager: EntityManager, table: string) {
  const seats = await seatsOf(manager, table);
  return [seats, await rolesOf(manager, table)] as const;
}

/** The decision itself. `null`: for this reader the table does not exist. */
function standingOf(table: TableFacts, places: readonly Place[], administrator: boolean, who: Who): Standing | null {
  const place = places.find((candidate) => candidate.table === table.id);
  const inside = isInside(table, place, administrator) || who.kind === 'system';
  if (!inside && table.visibility !== 'public') return null;
  const me: MeAtTable = {
    member: place?.member ?? null,
    seat: place?.seat ?? null,
    asDeputy: place?.as === 'deputy',
    roles: [...(place?.roles ?? [])],
    administrator: administrator && table.room === null,
    seesNames: inside,
  };
  return { table, me, actor: place === undefined ? null : actorOf(place), mayRead: true, seesNames: inside };
}

/** Whoever left a private room has left it; at a table she reads on. */
function isInside({ room }: TableFacts, place: Place | undefined, administrator: boolean): boolean {
  if (room) return place !== undefined && (place.seat !== null || place.roles.length > 0);
  return place !== undefined || administrator;
}

const actorOf = ({ member, seat, roles }: Place): Actor => ({
  member: memberId(member),
  seat: seat === null ? null : seatId(seat),
  roles: [...roles],
});
