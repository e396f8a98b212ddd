import { Injectable } from '@nestjs/common';
import { emergencyActSchema, keySchema, tableParams } from '@tavolo/contracts';
import { declareEmergency, entryOfBeginning, modeChangeStream } from '@tavolo/governance';
import { Act, type ActContext } from '@tavolo/server-platform';
import { blockersAt, insertModeChange, saveModeChange } from '@tavolo/server-proposals';
import { TablePolicy } from '@tavolo/server-tables';
import { z } from 'zod';
import { freeTexts } from '../acts/procedure-act.js';
import { refuse } from '../acts/refusals.js';
import { beginModeChange } from './beginning.js';
import { type ActedOnModeChange } from './mode-change-act.js';
import { entryIn, recordModeChangeClock } from './recording.js';

const command = z.intersection(
  tableParams.extend({
    /** For imports: the key of the act. */
    key: keySchema.optional(),
  }),
  emergencyActSchema,
);
type Command = z.infer<typeof command>;

/** The institution alone puts the table back to consultation for a while, with reasons: at once, unless a ballot is open. */
@Injectable()
export class DeclareEmergency extends Act<Command, ActedOnModeChange> {
  readonly name = 'mode_change.emergency_declared';
  readonly command: z.ZodType<Command> = command;
  override readonly sealed = true;

  constructor(private readonly policy: TablePolicy) {
    super();
  }

  async execute({ reason, days, ...asked }: Command, context: ActContext): Promise<ActedOnModeChange> {
    const { manager, now } = context;
    const begun = await beginModeChange(this.policy, 'emergency', asked, context);
    const { table, actor, composition, person, begins } = begun;
    const outcome = declareEmergency({ ...begins, reason, days }, actor, composition, now);
    if (!outcome.ok) throw refuse(outcome.refusal);
    const { change } = outcome;
    const row = await insertModeChange(manager, { table: table.id, change, now });
    const disclosures = freeTexts({ reason }, { person });
    context.record({ ...entryIn(table, entryOfBeginning(change, actor, { now, days })), disclosures });
    context.announce({ table: table.key, act: this.name, subject: modeChangeStream(change.key) });
    const after = await recordModeChangeClock({ context, table }, change, await blockersAt(manager, row, now));
    if (after !== change) await saveModeChange(manager, row, after);
    return { modeChange: change.key };
  }
}
