import { tableParams } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Act, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { Pseudonyms } from '../policy/pseudonyms.js';
import { TablePolicy } from '../policy/table-policy.js';

export interface Taken {
  readonly table: string;
  readonly space: string;
  readonly withDisclosures: boolean;
}

/** Takes a copy of a table's log. Copies cannot be called back, so it is recorded who took one and whether names went along. */
@Injectable()
export class TakeBundle extends Act<z.infer<typeof tableParams>, Taken> {
  readonly name = 'export.made';
  readonly command = tableParams;

  constructor(
    private readonly policy: TablePolicy,
    private readonly pseudonyms: Pseudonyms,
  ) {
    super();
  }

  async execute({ table: key }: z.infer<typeof tableParams>, context: ActContext): Promise<Taken> {
    const { table, seesNames } = await this.policy.of(context.who, key, context.manager);
    context.record({
      space: table.space,
      act: this.name,
      stream: `table:${table.key}`,
      actor: await this.pseudonyms.ofActor(context, table.id),
      data: { by: context.who.kind, disclosures: seesNames },
    });
    return { table: table.key, space: table.space, withDisclosures: seesNames };
  }
}
