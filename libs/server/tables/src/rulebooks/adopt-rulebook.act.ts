import { keySchema, rulebookCommandSchema } from '@tavolo/contracts';
import { type Rulebook } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { Administrators } from '@tavolo/server-identity';
import { Act, DomainRefusal, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { Pseudonyms } from '../policy/pseudonyms.js';
import { type TableFacts } from '../policy/table-facts.js';
import { TablePolicy } from '../policy/table-policy.js';
import { putInForce } from './rulebook-in-force.repository.js';

const command = z.object({ table: keySchema, rulebook: rulebookCommandSchema });
export type AdoptRulebookCommand = z.infer<typeof command>;

/** A new version of the rules of a table, under the same mode. For administrators and imports; another mode is `mode.changed`. */
@Injectable()
export class AdoptRulebook extends Act<AdoptRulebookCommand, { key: string }> {
  readonly name = 'rulebook.adopted';
  readonly command = command;

  constructor(
    private readonly administrators: Administrators,
    private readonly policy: TablePolicy,
    private readonly pseudonyms: Pseudonyms,
  ) {
    super();
  }

  async execute({ table: key, rulebook }: AdoptRulebookCommand, context: ActContext): Promise<{ key: string }> {
    await this.administrators.require(context);
    const { table } = await this.policy.of(context.who, key, context.manager);
    if (table.rulebook.mode !== rulebook.mode) {
      throw new DomainRefusal({ code: 'rulebook.other_mode', params: { mode: rulebook.mode } }, { status: 409 });
    }
    await putInForce(context, table.id, rulebook);
    recordAdoption(context, table, rulebook, await this.pseudonyms.ofActor(context, table.id));
    context.announce({ table: table.key, act: this.name, subject: `table:${table.key}` });
    return { key: rulebook.key };
  }
}

/** The entry that a rulebook came into force, at `at` where that was before the act; its values are rules and hold nothing personal. */
export function recordAdoption(
  context: ActContext,
  { space }: Pick<TableFacts, 'space'>,
  rulebook: Rulebook,
  actor: string | null,
  at?: Instant,
): void {
  const { key, version, mode } = rulebook;
  context.record({
    ...(at !== undefined && { at }),
    space,
    act: 'rulebook.adopted',
    stream: `rulebook:${key}`,
    actor,
    data: { rulebook: key, version, mode, text: JSON.stringify(rulebook) },
  });
}
