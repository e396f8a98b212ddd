import { type Words } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { SeatInvitation, type InvitedTo, type OfferedSeat, type Person } from '@tavolo/server-identity';
import { DomainRefusal, NotFound, system, type ActContext } from '@tavolo/server-platform';
import { In, IsNull, type EntityManager } from 'typeorm';
import { TableDatabase } from '../policy/table-database.reader.js';
import { TablePolicy } from '../policy/table-policy.js';
import { SeatRecord } from '../records/seat.record.js';
import { SeatingRecord } from '../records/seating.record.js';
import { TableRecord } from '../records/table.record.js';
import { FollowingBenches } from '../rooms/following-benches.repository.js';
import { Membership } from './membership.js';
import { Seating } from './seating.repository.js';

/** Seats that invitations offer and acceptances fill. */
@Injectable()
export class SeatInvitationRepository extends SeatInvitation {
  constructor(
    private readonly database: TableDatabase,
    private readonly policy: TablePolicy,
    private readonly membership: Membership,
    private readonly seating: Seating,
    private readonly benches: FollowingBenches,
  ) {
    super();
  }

  override async offer(
    manager: EntityManager,
    { table: asked, seat, as }: { table: string; seat: string; as: 'holder' | 'deputy' },
  ): Promise<OfferedSeat> {
    const { table } = await this.policy.of(system, asked, manager);
    // Nobody is invited into a private room by those outside; for them it does not exist.
    if (table.room) throw new NotFound('table', { table: asked });
    const { id, number } = await this.seating.seat({ manager }, table.id, seat);
    if (await manager.existsBy(SeatingRecord, { seat: id, as, to: IsNull() })) {
      throw new DomainRefusal({ code: 'seat.taken', params: { seat: number } }, { status: 409 });
    }
    return { invitedTo: { table: table.id, seat: id, as }, table: { key: table.key, name: table.name } };
  }

  override async fill(
    context: ActContext,
    { table: id, seat, as }: InvitedTo,
    person: Pick<Person, 'id'>,
  ): Promise<void> {
    const { manager } = context;
    const { table } = await this.policy.of(system, id, manager);
    const { sector, organisation } = await manager.findOneByOrFail(SeatRecord, { id: seat });
    const member = await this.membership.join(context, table, { person: person.id, sector, organisation }, null);
    await this.seating.fill(context, table, { seat, as }, member, member);
    await this.benches.seated(context, { seat, as }, person.id);
  }

  override async tables(ids: readonly string[]): Promise<Map<string, { key: string; name: Words }>> {
    if (ids.length === 0) return new Map();
    const found = await this.database.manager.findBy(TableRecord, { id: In([...new Set(ids)]) });
    return new Map(found.map(({ id, key, name }) => [id, { key, name }]));
  }
}
