import { Injectable } from '@nestjs/common';
import { keySchema, mandateTermsSchema, tableParams } from '@tavolo/contracts';
import { entryOfProposedMandate, mandateStream, proposeMandate, type MandateTerms } from '@tavolo/governance';
import { type Words } from '@tavolo/kernel';
import { Act, DomainRefusal, NotAllowed, type ActContext } from '@tavolo/server-platform';
import { insertMandate, takeKey } from '@tavolo/server-proposals';
import { TablePolicy } from '@tavolo/server-tables';
import { z } from 'zod';
import { refuse } from '../acts/refusals.js';
import { type ActedOnMandate } from './mandate-act.js';

const command = z.intersection(
  tableParams.extend({
    /** For imports: the key of the mandate. */
    key: keySchema.optional(),
  }),
  mandateTermsSchema,
);
type Command = z.infer<typeof command>;

/** A mandate is proposed to the institution, with its limits; nothing can be decided under it until it is granted. */
@Injectable()
export class ProposeMandate extends Act<Command, ActedOnMandate> {
  readonly name = 'mandate.proposed';
  readonly command: z.ZodType<Command> = command;

  constructor(private readonly policy: TablePolicy) {
    super();
  }

  async execute({ table: tableKey, key: given, ...proposed }: Command, context: ActContext): Promise<ActedOnMandate> {
    const { manager, now, who } = context;
    const { table, actor } = await this.policy.of(who, tableKey, manager);
    if (!actor) throw new NotAllowed('seat');
    const { mode, zone, holidays } = table.rulebook;
    if (mode !== 'auto_administration') {
      throw new DomainRefusal({ code: 'mode_not_offered', rule: '2.2', params: { mode } }, { status: 409 });
    }
    const key = await takeKey(manager, 'mandate', table, given);
    const terms: MandateTerms = { ...proposed, ...named(proposed), key, zone, holidays };
    const outcome = proposeMandate(terms, actor, await this.policy.composition(table.id, manager), now);
    if (!outcome.ok) throw refuse(outcome.refusal);
    await insertMandate(manager, { table: table.id, mandate: outcome.mandate, now });
    context.record({ ...entryOfProposedMandate(outcome.mandate, actor, now), act: this.name, space: table.space });
    context.announce({ table: table.key, act: this.name, subject: mandateStream(key) });
    return { mandate: key };
  }
}

/** What is named, without languages that were left empty. */
function named({
  scope,
  exclusions,
  revocation,
}: Pick<Command, 'scope' | 'exclusions' | 'revocation'>): Pick<MandateTerms, 'scope' | 'exclusions' | 'revocation'> {
  const spoken = (all: Command['scope']): MandateTerms['scope'] =>
    all.map(({ id, words: { en, it } }): { id: string; words: Words } => ({
      id,
      words: { ...(en !== undefined && { en }), ...(it !== undefined && { it }) },
    }));
  return {
    scope: spoken(scope),
    exclusions: spoken(exclusions),
    revocation: { noticeDays: revocation.noticeDays, grounds: spoken(revocation.grounds) },
  };
}
