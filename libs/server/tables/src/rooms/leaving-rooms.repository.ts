import { Injectable } from '@nestjs/common';
import { type ActContext } from '@tavolo/server-platform';
import { IsNull } from 'typeorm';
import { SeatRecord } from '../records/seat.record.js';
import { SeatingRecord } from '../records/seating.record.js';
import { TableRoleRecord } from '../records/table-role.record.js';
import { TableRecord } from '../records/table.record.js';

/** Ends what somebody is in a private room, in its own log, when what made her a member of it has ended elsewhere. */
@Injectable()
export class LeavingRooms {
  /** Her seat and her roles in the room end; recorded in the system's name, since nobody of the room decided it. */
  async leave(context: ActContext, room: string, member: string): Promise<void> {
    const { manager, now } = context;
    const { key, space } = await manager.findOneByOrFail(TableRecord, { id: room });
    const sittings = await manager.findBy(SeatingRecord, { table: room, member, to: IsNull() });
    for (const { id, seat, as } of sittings) {
      await manager.update(SeatingRecord, { id }, { to: now });
      const { number, sector } = await manager.findOneByOrFail(SeatRecord, { id: seat });
      const data = { seat, number, sector, member, as };
      context.record({ space, act: 'seat.vacated', stream: `seat:${seat}`, actor: null, data });
      context.announce({ table: key, act: 'seat.vacated', subject: `seat:${seat}` });
    }
    const roles = await manager.findBy(TableRoleRecord, { table: room, member, to: IsNull() });
    for (const { id, role } of roles) {
      await manager.update(TableRoleRecord, { id }, { to: now });
      context.record({ space, act: 'role.ended', stream: `member:${member}`, actor: null, data: { member, role } });
      context.announce({ table: key, act: 'role.ended', subject: `member:${member}` });
    }
  }
}
