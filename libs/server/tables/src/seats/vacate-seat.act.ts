import { keySchema, tableActBodies } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Act, NotFound, type ActContext } from '@tavolo/server-platform';
import { type z } from 'zod';
import { CompositionRights } from '../policy/composition-rights.js';
import { Pseudonyms } from '../policy/pseudonyms.js';
import { FollowingBenches } from '../rooms/following-benches.repository.js';
import { Membership } from './membership.js';
import { Seating } from './seating.repository.js';

const command = tableActBodies['seat.vacated'].extend({ table: keySchema });
type Command = z.infer<typeof command>;

/**
 * Ends a sitting: the seat is vacant, the member stays in the record. For administrators, with a written reason, and for whoever
 * leaves her own seat. What was voted from the seat stands, and a ballot that is open keeps its electorate.
 */
@Injectable()
export class VacateSeat extends Act<Command, { member: string }> {
  readonly name = 'seat.vacated';
  readonly command: z.ZodType<Command> = command;

  constructor(
    private readonly rights: CompositionRights,
    private readonly pseudonyms: Pseudonyms,
    private readonly membership: Membership,
    private readonly seating: Seating,
    private readonly benches: FollowingBenches,
  ) {
    super();
  }

  async execute({ table: key, reason, ...place }: Command, context: ActContext): Promise<{ member: string }> {
    const standing = await this.rights.standing(context, key);
    const { table } = standing;
    this.rights.seatsOwn(table);
    const { seat, sitting } = await this.seating.sitting(context, table.id, place);
    const { member } = sitting;
    if (place.member !== undefined && place.member !== member) throw new NotFound('seat');
    this.rights.toEnd(context, standing, member, reason);
    await this.seating.end(context, sitting);
    await this.benches.left(context, { seat: seat.id, as: place.as });
    const said = await this.membership.reasonAbout(context, member, reason);
    const actor = await this.pseudonyms.ofActor(context, table.id);
    const { id, number, sector } = seat;
    context.record({
      space: table.space,
      act: this.name,
      stream: `seat:${id}`,
      actor,
      data: { seat: id, number, sector, member, as: place.as },
      disclosures: said,
    });
    context.announce({ table: table.key, act: this.name, subject: `seat:${id}` });
    return { member };
  }
}
