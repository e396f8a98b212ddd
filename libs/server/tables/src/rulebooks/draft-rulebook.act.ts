import { draftRulebookBody, keySchema } from '@tavolo/contracts';
import { draftRulebookChange } from '@tavolo/governance';
import { Injectable } from '@nestjs/common';
import { Act, type ActContext } from '@tavolo/server-platform';
import { type z } from 'zod';
import { TablePolicy } from '../policy/table-policy.js';
import { recordChange, refuseChange, rulesAlone } from './rulebook-change-act.js';
import { insertChange, nextChangeKey } from './rulebook-changes.repository.js';

const command = draftRulebookBody.extend({ table: keySchema });
type Command = z.infer<typeof command>;

/** Somebody of the table drafts other rules for it. The draft is kept from then on; it binds nobody until two persons and the seats agree. */
@Injectable()
export class DraftRulebook extends Act<Command, { readonly change: string }> {
  readonly name = 'rulebook.drafted';
  readonly command: z.ZodType<Command> = command;

  constructor(private readonly policy: TablePolicy) {
    super();
  }

  async execute({ table: tableKey, rulebook }: Command, context: ActContext): Promise<{ readonly change: string }> {
    const { manager, now } = context;
    const { table, by, rules } = await rulesAlone(this.policy, context, tableKey);
    const key = await nextChangeKey(manager, table.id);
    const outcome = draftRulebookChange({ key, rulebook }, by, rules, now);
    if (!outcome.ok) throw refuseChange(outcome.refusal);
    await insertChange(manager, table.id, outcome.change, now);
    recordChange(context, table, { name: this.name, by, table: rules, carries: {}, after: outcome.change, now });
    return { change: key };
  }
}
