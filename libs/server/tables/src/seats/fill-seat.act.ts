import { keySchema } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Administrators } from '@tavolo/server-identity';
import { Act, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { Pseudonyms } from '../policy/pseudonyms.js';
import { TablePolicy } from '../policy/table-policy.js';
import { Membership } from './membership.js';
import { Seating } from './seating.repository.js';

const command = z.object({ table: keySchema, seat: keySchema, person: z.uuid(), as: z.enum(['holder', 'deputy']) });
export type FillSeatCommand = z.infer<typeof command>;

/** Seats a person as holder or deputy; she becomes a member of the table with it. For administrators and imports. */
@Injectable()
export class FillSeat extends Act<FillSeatCommand, { member: string }> {
  readonly name = 'seat.filled';
  readonly command = command;

  constructor(
    private readonly administrators: Administrators,
    private readonly policy: TablePolicy,
    private readonly pseudonyms: Pseudonyms,
    private readonly membership: Membership,
    private readonly seating: Seating,
  ) {
    super();
  }

  async execute({ table: key, seat, person, as }: FillSeatCommand, context: ActContext): Promise<{ member: string }> {
    await this.administrators.require(context);
    const { table } = await this.policy.of(context.who, key, context.manager);
    const actor = await this.pseudonyms.ofActor(context, table.id);
    const { sector, organisation } = await this.seating.seat(context, table.id, seat);
    const member = await this.membership.join(context, table, { person, sector, organisation }, actor);
    await this.seating.fill(context, table, { seat, as }, member, actor);
    return { member };
  }
}
