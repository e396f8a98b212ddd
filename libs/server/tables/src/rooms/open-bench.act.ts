import { keySchema } from '@tavolo/contracts';
import { benchRulebook, type Sector } from '@tavolo/governance';
import { localDateOf, type Words } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { takenAs } from '@tavolo/server-identity';
import {
  Act,
  AuditSpaces,
  DomainRefusal,
  NotAllowed,
  SessionRequired,
  system,
  uuid7,
  type ActContext,
  type EntryDraft,
} from '@tavolo/server-platform';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Pseudonyms } from '../policy/pseudonyms.js';
import { sectorNames } from '../policy/seat-words.js';
import { type Standing, type TableFacts } from '../policy/table-facts.js';
import { TablePolicy } from '../policy/table-policy.js';
import { findBench } from '../policy/table.repository.js';
import { MemberRecord } from '../records/member.record.js';
import { SeatRecord } from '../records/seat.record.js';
import { TableRoleRecord } from '../records/table-role.record.js';
import { TableRecord } from '../records/table.record.js';
import { seatInLog } from '../seats/seat-in-log.js';
import { recordAdoption } from '../rulebooks/adopt-rulebook.act.js';
import { putInForce } from '../rulebooks/rulebook-in-force.repository.js';
import { Membership } from '../seats/membership.js';
import { Seating } from '../seats/seating.repository.js';
import { seatsOfSector } from './sector-seats.repository.js';

type SectorSeats = Awaited<ReturnType<typeof seatsOfSector>>;

const command = z.object({ table: keySchema });
type Command = z.infer<typeof command>;

/**
 * Opens the private room of a sector of a table, for all who sit there for that sector (domain.md section 1, row 8). Whoever opens it
 * facilitates it until somebody else takes the role. Refused (`already_done`) where it is open. Nothing of it stands in the log of the table:
 * the room has its own, under a random name.
 */
@Injectable()
export class OpenBench extends Act<Command, { key: string }> {
  readonly name = 'bench.opened';
  readonly command = command;

  constructor(
    private readonly policy: TablePolicy,
    private readonly spaces: AuditSpaces,
    private readonly pseudonyms: Pseudonyms,
    private readonly membership: Membership,
    private readonly seating: Seating,
  ) {
    super();
  }

  async execute({ table: asked }: Command, context: ActContext): Promise<{ key: string }> {
    const { manager, who } = context;
    if (who.kind !== 'person') throw new SessionRequired();
    const standing = await this.policy.of(who, asked, manager);
    const sector = await this.sectorOf(standing, context);
    if (await findBench(manager, standing.table.id, sector)) {
      throw new DomainRefusal({ code: 'already_done' }, { status: 409 });
    }
    const { seats, sittings } = await seatsOfSector(manager, standing.table.id, sector);
    const bench = await this.open(context, standing.table, sector, seats);
    await this.seatEverybody(context, bench, sittings);
    const member = await this.pseudonyms.ofActor(context, bench.id);
    const role = 'facilitator';
    if (member !== null) {
      const held = { id: uuid7(), table: bench.id, role, member, from: context.now, to: null } as const;
      await manager.insert(TableRoleRecord, held);
      const data = { member, role };
      context.record({ space: bench.space, act: 'role.given', stream: `member:${member}`, actor: member, data });
    }
    return { key: bench.key };
  }

  private async sectorOf({ table, actor }: Standing, { manager }: ActContext): Promise<Sector> {
    const { seats } = await this.policy.composition(table.id, manager);
    const seat = seats.find(({ id }) => id === actor?.seat);
    if (table.room !== null || !seat) throw new NotAllowed('seat');
    return seat.sector;
  }

  /** The room with its rules, and with the seats of the sector, each of which has a vote here. */
  private async open(
    context: ActContext,
    of: TableFacts,
    sector: Sector,
    seats: SectorSeats['seats'],
  ): Promise<TableFacts> {
    const { manager, now } = context;
    const { zone, holidays } = of.rulebook;
    const id = uuid7();
    const space = this.spaces.newId();
    // Random: a key that could be guessed would tell, by being taken, that the bench is open.
    const key = `bench-${randomBytes(4).toString('hex')}`;
    const origin = this.spaces.originOf(space);
    await this.spaces.open(manager, { id: space, origin, kind: 'room' });
    await takenAs(
      'already_done',
      manager.insert(TableRecord, {
        id,
        key,
        area: null,
        name: nameOf(of, sector),
        visibility: 'members',
        kind: 'bench',
        benchOf: of.id,
        benchSector: sector,
        space,
        origin,
        createdAt: now,
      }),
    );
    const own = seats.map(({ id: followed, organisation, level }, index) => ({
      id: uuid7(),
      table: id,
      number: index + 1,
      sector,
      organisation,
      level,
      right: 'vote' as const,
      assesses: false,
      decidingAuthority: false,
      follows: followed,
    }));
    await manager.insert(SeatRecord, own);
    const rulebook = benchRulebook({ key: 'RB-1', adoptedOn: localDateOf(now, zone), zone, holidays, sector });
    await putInForce(context, id, rulebook);
    const entry: Pick<EntryDraft, 'space' | 'stream' | 'actor'> = { space, stream: `table:${key}`, actor: null };
    context.record({ ...entry, act: 'space.created', data: { origin } });
    context.record({ ...entry, act: this.name, data: { table: key, of: of.key, sector, seats: own.map(seatInLog) } });
    recordAdoption(context, { space }, rulebook, null);
    return (await this.policy.of(system, id, manager)).table;
  }

  /** Those who sit for the sector now take its seats here. */
  private async seatEverybody(
    context: ActContext,
    bench: TableFacts,
    sittings: SectorSeats['sittings'],
  ): Promise<void> {
    const { manager } = context;
    const own = await manager.findBy(SeatRecord, { table: bench.id });
    for (const { seat, as, member: known } of sittings) {
      const place = own.find(({ follows }) => follows === seat);
      const { person } = await manager.findOneByOrFail(MemberRecord, { id: known });
      if (!place || person === null) continue;
      const joining = { person, sector: place.sector, organisation: place.organisation };
      const member = await this.membership.join(context, bench, joining, null);
      await this.seating.fill(context, bench, { seat: place.id, as }, member, null);
    }
  }
}

/** `Private room of the citizens: Family and minors`. */
function nameOf({ name }: TableFacts, sector: Sector): Words {
  const of = sectorNames(sector);
  return {
    ...(name.en !== undefined && { en: `Private room, ${of.en}: ${name.en}` }),
    ...(name.it !== undefined && { it: `Stanza riservata, ${of.it}: ${name.it}` }),
  };
}
