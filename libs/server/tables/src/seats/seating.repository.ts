import { Injectable } from '@nestjs/common';
import { takenAs } from '@tavolo/server-identity';
import { DomainRefusal, NotFound, uuid7, type ActContext } from '@tavolo/server-platform';
import { IsNull } from 'typeorm';
import { type TableFacts } from '../policy/table-facts.js';
import { SeatRecord } from '../records/seat.record.js';
import { SeatingRecord } from '../records/seating.record.js';

export interface Sitting {
  /** Id of the seat, or its number at the table. */
  readonly seat: string;
  readonly as: 'holder' | 'deputy';
}

/** Who sits where. */
@Injectable()
export class Seating {
  /** The seat of that id or number. Throws `NotFound`. */
  async seat({ manager }: Pick<ActContext, 'manager'>, table: string, idOrNumber: string): Promise<SeatRecord> {
    const seats = await manager.findBy(SeatRecord, { table });
    const seat = seats.find(({ id, number }) => id === idOrNumber || String(number) === idOrNumber);
    if (!seat) throw new NotFound('seat');
    return seat;
  }

  /** Seats a member. Refuses a place that is taken, and a second seat for one person. */
  async fill(
    context: ActContext,
    table: TableFacts,
    { seat: asked, as }: Sitting,
    member: string,
    actor: string | null,
  ): Promise<SeatRecord> {
    const { manager, now } = context;
    const seat = await this.seat(context, table.id, asked);
    if (await manager.existsBy(SeatingRecord, { seat: seat.id, as, to: IsNull() })) {
      throw new DomainRefusal({ code: 'seat.taken', params: { seat: seat.number } }, { status: 409 });
    }
    if (await manager.existsBy(SeatingRecord, { member, to: IsNull() })) {
      throw new DomainRefusal({ code: 'seat.member_has_seat' }, { status: 409 });
    }
    const sitting = { id: uuid7(), table: table.id, seat: seat.id, member, as, from: now, to: null };
    await takenAs('seat.taken', manager.insert(SeatingRecord, sitting));
    context.record({
      space: table.space,
      act: 'seat.filled',
      stream: `seat:${seat.id}`,
      actor,
      data: { seat: seat.id, number: seat.number, sector: seat.sector, member, as },
    });
    context.announce({ table: table.key, act: 'seat.filled', subject: `seat:${seat.id}` });
    return seat;
  }

  /** Who sits there. Throws `NotFound` when nobody does. */
  async sitting(
    context: ActContext,
    table: string,
    { seat: asked, as }: Sitting,
  ): Promise<{ readonly seat: SeatRecord; readonly sitting: SeatingRecord }> {
    const seat = await this.seat(context, table, asked);
    const sitting = await context.manager.findOneBy(SeatingRecord, { seat: seat.id, as, to: IsNull() });
    if (!sitting) throw new NotFound('seat');
    return { seat, sitting };
  }

  /** Ends a sitting. Throws `NotFound` when somebody else has ended it at the same time. */
  async end({ manager, now }: ActContext, { id }: SeatingRecord): Promise<void> {
    const { affected } = await manager.update(SeatingRecord, { id, to: IsNull() }, { to: now });
    if (affected !== 1) throw new NotFound('seat');
  }
}
