import { Injectable } from '@nestjs/common';
import { keySchema, proposedModeSchema, tableParams } from '@tavolo/contracts';
import { entryOfBeginning, modeChangeStream, proposeModeChange } from '@tavolo/governance';
import { Act, type ActContext } from '@tavolo/server-platform';
import { insertModeChange } from '@tavolo/server-proposals';
import { TablePolicy } from '@tavolo/server-tables';
import { z } from 'zod';
import { freeTexts } from '../acts/procedure-act.js';
import { refuse } from '../acts/refusals.js';
import { beginModeChange } from './beginning.js';
import { type ActedOnModeChange } from './mode-change-act.js';
import { entryIn, recordModeChangeStep } from './recording.js';

const command = z.intersection(
  tableParams.extend({
    /** For imports: the key of the change. */
    key: keySchema.optional(),
  }),
  proposedModeSchema,
);
type Command = z.infer<typeof command>;

/** The institution, or a seat for its bench, proposes another mode with its rules and reasons. */
@Injectable()
export class ProposeModeChange extends Act<Command, ActedOnModeChange> {
  readonly name = 'mode_change.proposed';
  readonly command: z.ZodType<Command> = command;

  constructor(private readonly policy: TablePolicy) {
    super();
  }

  async execute({ as, reason, ...asked }: Command, context: ActContext): Promise<ActedOnModeChange> {
    const { manager, now } = context;
    const { table, actor, composition, person, begins } = await beginModeChange(this.policy, 'change', asked, context);
    const outcome = proposeModeChange({ ...begins, as, reason }, actor, composition, now);
    if (!outcome.ok) throw refuse(outcome.refusal);
    const { change } = outcome;
    await insertModeChange(manager, { table: table.id, change, now });
    const disclosures = freeTexts({ reason }, { person });
    context.record({ ...entryIn(table, entryOfBeginning(change, actor, { now })), disclosures });
    context.announce({ table: table.key, act: this.name, subject: modeChangeStream(change.key) });
    await recordModeChangeStep({ context, table }, outcome);
    return { modeChange: change.key };
  }
}
