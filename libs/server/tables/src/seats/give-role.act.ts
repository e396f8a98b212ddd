import { keySchema, tableActBodies } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { takenAs } from '@tavolo/server-identity';
import { Act, uuid7, type ActContext } from '@tavolo/server-platform';
import { type z } from 'zod';
import { CompositionRights } from '../policy/composition-rights.js';
import { Pseudonyms } from '../policy/pseudonyms.js';
import { TableRoleRecord } from '../records/table-role.record.js';
import { Membership } from './membership.js';

const command = tableActBodies['role.given'].safeExtend({ table: keySchema });
export type GiveRoleCommand = z.infer<typeof command>;

/** Gives a person a role that guides the table and adds no vote. Refuses a role that she has. For administrators and imports. */
@Injectable()
export class GiveRole extends Act<GiveRoleCommand, { member: string }> {
  readonly name = 'role.given';
  readonly command: z.ZodType<GiveRoleCommand> = command;

  constructor(
    private readonly rights: CompositionRights,
    private readonly pseudonyms: Pseudonyms,
    private readonly membership: Membership,
  ) {
    super();
  }

  async execute({ table: key, role, ...who }: GiveRoleCommand, context: ActContext): Promise<{ member: string }> {
    const { manager, now } = context;
    const table = await this.rights.toGive(context, key);
    const person = await this.membership.personOf(context, table, who);
    const actor = await this.pseudonyms.ofActor(context, table.id);
    const member = await this.membership.join(context, table, { person, sector: null, organisation: null }, actor);
    const held = { id: uuid7(), table: table.id, role, member, from: now, to: null };
    await takenAs('role.already_held', manager.insert(TableRoleRecord, held));
    context.record({ space: table.space, act: this.name, stream: `member:${member}`, actor, data: { member, role } });
    context.announce({ table: table.key, act: this.name, subject: `member:${member}` });
    return { member };
  }
}
