import { keySchema, tableActBodies } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Act, type ActContext } from '@tavolo/server-platform';
import { type z } from 'zod';
import { CompositionRights } from '../policy/composition-rights.js';
import { Pseudonyms } from '../policy/pseudonyms.js';
import { FollowingBenches } from '../rooms/following-benches.repository.js';
import { Membership } from './membership.js';
import { Seating } from './seating.repository.js';

const command = tableActBodies['seat.filled'].safeExtend({ table: keySchema });
export type FillSeatCommand = z.infer<typeof command>;

/** Seats a person as holder or deputy; she becomes a member of the table with it. For administrators and imports. */
@Injectable()
export class FillSeat extends Act<FillSeatCommand, { member: string }> {
  readonly name = 'seat.filled';
  readonly command: z.ZodType<FillSeatCommand> = command;

  constructor(
    private readonly rights: CompositionRights,
    private readonly pseudonyms: Pseudonyms,
    private readonly membership: Membership,
    private readonly seating: Seating,
    private readonly benches: FollowingBenches,
  ) {
    super();
  }

  async execute({ table: key, seat, as, ...who }: FillSeatCommand, context: ActContext): Promise<{ member: string }> {
    const table = await this.rights.toGive(context, key);
    this.rights.seatsOwn(table);
    const person = await this.membership.personOf(context, table, who);
    const actor = await this.pseudonyms.ofActor(context, table.id);
    const { sector, organisation } = await this.seating.seat(context, table.id, seat);
    const member = await this.membership.join(context, table, { person, sector, organisation }, actor);
    const filled = await this.seating.fill(context, table, { seat, as }, member, actor);
    await this.benches.seated(context, { seat: filled.id, as }, person);
    return { member };
  }
}
