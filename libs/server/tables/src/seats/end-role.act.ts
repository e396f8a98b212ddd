import { keySchema, tableRoleSchema } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Administrators } from '@tavolo/server-identity';
import { Act, NotFound, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { Pseudonyms } from '../policy/pseudonyms.js';
import { TablePolicy } from '../policy/table-policy.js';
import { TableRoleRecord } from '../records/table-role.record.js';
import { stillHeld } from './still-held.repository.js';

const command = z.object({ table: keySchema, role: tableRoleSchema, member: keySchema });

/** Ends a role. For administrators. */
@Injectable()
export class EndRole extends Act<z.infer<typeof command>, { member: string }> {
  readonly name = 'role.ended';
  readonly command = command;

  constructor(
    private readonly administrators: Administrators,
    private readonly policy: TablePolicy,
    private readonly pseudonyms: Pseudonyms,
  ) {
    super();
  }

  async execute(
    { table: key, role, member }: z.infer<typeof command>,
    context: ActContext,
  ): Promise<{ member: string }> {
    await this.administrators.require(context);
    const { manager, now } = context;
    const { table } = await this.policy.of(context.who, key, manager);
    const held = await stillHeld(manager, table.id, role, member);
    if (!held) throw new NotFound('role');
    await manager.update(TableRoleRecord, { id: held.id }, { to: now });
    const actor = await this.pseudonyms.ofActor(context, table.id);
    context.record({ space: table.space, act: this.name, stream: `member:${member}`, actor, data: { member, role } });
    context.announce({ table: table.key, act: this.name, subject: `member:${member}` });
    return { member };
  }
}
