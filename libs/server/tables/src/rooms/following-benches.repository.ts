import { Injectable } from '@nestjs/common';
import { system, type ActContext } from '@tavolo/server-platform';
import { IsNull } from 'typeorm';
import { TablePolicy } from '../policy/table-policy.js';
import { SeatRecord } from '../records/seat.record.js';
import { SeatingRecord } from '../records/seating.record.js';
import { Membership } from '../seats/membership.js';
import { Seating } from '../seats/seating.repository.js';
import { LeavingRooms } from './leaving-rooms.repository.js';

/** A place at a table, by the id of its seat. */
interface Followed {
  readonly seat: string;
  readonly as: 'holder' | 'deputy';
}

/** Who sits at a table for a sector sits in the bench of that sector, from the same moment and no longer. */
@Injectable()
export class FollowingBenches {
  constructor(
    private readonly policy: TablePolicy,
    private readonly membership: Membership,
    private readonly seating: Seating,
    private readonly leaving: LeavingRooms,
  ) {}

  /** Somebody took a place at the table: she takes the same in the bench, if it has been opened. */
  async seated(context: ActContext, { seat, as }: Followed, person: string): Promise<void> {
    const { manager } = context;
    const own = await manager.findOneBy(SeatRecord, { follows: seat });
    if (!own) return;
    const { table } = await this.policy.of(system, own.table, manager);
    const { sector, organisation } = own;
    const member = await this.membership.join(context, table, { person, sector, organisation }, null);
    await this.seating.fill(context, table, { seat: own.id, as }, member, null);
  }

  /** Somebody left a place at the table: she leaves the bench and what she was there. */
  async left(context: ActContext, { seat, as }: Followed): Promise<void> {
    const { manager } = context;
    const own = await manager.findOneBy(SeatRecord, { follows: seat });
    const sitting = own && (await manager.findOneBy(SeatingRecord, { seat: own.id, as, to: IsNull() }));
    if (sitting) await this.leaving.leave(context, own.table, sitting.member);
  }
}
