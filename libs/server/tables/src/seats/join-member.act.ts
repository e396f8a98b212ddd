import { keySchema, sectorSchema } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Administrators } from '@tavolo/server-identity';
import { Act, DomainRefusal, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { Pseudonyms } from '../policy/pseudonyms.js';
import { TablePolicy } from '../policy/table-policy.js';
import { MemberRecord } from '../records/member.record.js';
import { Membership } from './membership.js';

const command = z.object({
  table: keySchema,
  person: z.uuid(),
  sector: sectorSchema.nullable(),
  organisation: z.uuid().nullable(),
});
export type JoinMemberCommand = z.infer<typeof command>;

/** Makes a person a member of a table, under a pseudonym of that table. Refuses one who is. For administrators and imports. */
@Injectable()
export class JoinMember extends Act<JoinMemberCommand, { member: string }> {
  readonly name = 'member.joined';
  readonly command = command;

  constructor(
    private readonly administrators: Administrators,
    private readonly policy: TablePolicy,
    private readonly pseudonyms: Pseudonyms,
    private readonly membership: Membership,
  ) {
    super();
  }

  async execute({ table: key, ...joining }: JoinMemberCommand, context: ActContext): Promise<{ member: string }> {
    await this.administrators.require(context);
    const { table } = await this.policy.of(context.who, key, context.manager);
    const known = await context.manager.findOneBy(MemberRecord, { table: table.id, person: joining.person });
    if (known?.joinedAt) throw new DomainRefusal({ code: 'member.already_joined' }, { status: 409 });
    const actor = await this.pseudonyms.ofActor(context, table.id);
    return { member: await this.membership.join(context, table, joining, actor) };
  }
}
