import { keySchema } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Administrators } from '@tavolo/server-identity';
import { Act, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { Pseudonyms } from '../policy/pseudonyms.js';
import { TablePolicy } from '../policy/table-policy.js';
import { Seating } from './seating.repository.js';

const command = z.object({ table: keySchema, seat: keySchema, as: z.enum(['holder', 'deputy']) });

/** Ends a sitting: the seat is vacant, the member stays in the record. For administrators. */
@Injectable()
export class VacateSeat extends Act<z.infer<typeof command>, { member: string }> {
  readonly name = 'seat.vacated';
  readonly command = command;

  constructor(
    private readonly administrators: Administrators,
    private readonly policy: TablePolicy,
    private readonly pseudonyms: Pseudonyms,
    private readonly seating: Seating,
  ) {
    super();
  }

  async execute({ table: key, seat, as }: z.infer<typeof command>, context: ActContext): Promise<{ member: string }> {
    await this.administrators.require(context);
    const { table } = await this.policy.of(context.who, key, context.manager);
    const actor = await this.pseudonyms.ofActor(context, table.id);
    return { member: await this.seating.vacate(context, table, { seat, as }, actor) };
  }
}
