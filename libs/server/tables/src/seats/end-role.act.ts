import { keySchema, tableActBodies } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Act, NotFound, type ActContext } from '@tavolo/server-platform';
import { type z } from 'zod';
import { CompositionRights } from '../policy/composition-rights.js';
import { Pseudonyms } from '../policy/pseudonyms.js';
import { endHeld } from './still-held.repository.js';
import { Membership } from './membership.js';

const command = tableActBodies['role.ended'].extend({ table: keySchema });
type Command = z.infer<typeof command>;

/** Ends a role. For administrators, with a written reason, and for whoever gives up her own. */
@Injectable()
export class EndRole extends Act<Command, { member: string }> {
  readonly name = 'role.ended';
  readonly command: z.ZodType<Command> = command;

  constructor(
    private readonly rights: CompositionRights,
    private readonly pseudonyms: Pseudonyms,
    private readonly membership: Membership,
  ) {
    super();
  }

  async execute({ table: key, role, member, reason }: Command, context: ActContext): Promise<{ member: string }> {
    const { manager, now } = context;
    const standing = await this.rights.standing(context, key);
    const { table } = standing;
    this.rights.toEnd(context, standing, member, reason);
    if (!(await endHeld(manager, { table: table.id, role, member }, now))) throw new NotFound('role');
    const said = await this.membership.reasonAbout(context, member, reason);
    const actor = await this.pseudonyms.ofActor(context, table.id);
    context.record({
      space: table.space,
      act: this.name,
      stream: `member:${member}`,
      actor,
      data: { member, role },
      disclosures: said,
    });
    context.announce({ table: table.key, act: this.name, subject: `member:${member}` });
    return { member };
  }
}
