import { keySchema, rulebookCommandSchema } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Administrators } from '@tavolo/server-identity';
import { Act, DomainRefusal, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { Pseudonyms } from '../policy/pseudonyms.js';
import { TablePolicy } from '../policy/table-policy.js';
import { recordAdoption } from './adopt-rulebook.act.js';
import { putInForce } from './rulebook-in-force.repository.js';

const command = z.object({ table: keySchema, rulebook: rulebookCommandSchema });
export type ChangeModeCommand = z.infer<typeof command>;

/**
 * A table passes to another mode with a new rulebook (domain.md 2.5). Proposals that are under way keep the rulebook with which they
 * began. For administrators and imports: the consent of the table is recorded by the acts that led here.
 */
@Injectable()
export class ChangeMode extends Act<ChangeModeCommand, { mode: string }> {
  readonly name = 'mode.changed';
  readonly command = command;

  constructor(
    private readonly administrators: Administrators,
    private readonly policy: TablePolicy,
    private readonly pseudonyms: Pseudonyms,
  ) {
    super();
  }

  async execute({ table: key, rulebook }: ChangeModeCommand, context: ActContext): Promise<{ mode: string }> {
    await this.administrators.require(context);
    const { table } = await this.policy.of(context.who, key, context.manager);
    const { mode: from, key: before } = table.rulebook;
    if (from === rulebook.mode) {
      throw new DomainRefusal({ code: 'rulebook.same_mode', params: { mode: from } }, { status: 409 });
    }
    await putInForce(context, table.id, rulebook);
    const actor = await this.pseudonyms.ofActor(context, table.id);
    context.record({
      space: table.space,
      act: this.name,
      stream: `table:${table.key}`,
      actor,
      data: { table: table.key, from, to: rulebook.mode, rulebook: rulebook.key, replaces: before },
    });
    recordAdoption(context, table, rulebook, actor);
    context.announce({ table: table.key, act: this.name, subject: `table:${table.key}` });
    return { mode: rulebook.mode };
  }
}
