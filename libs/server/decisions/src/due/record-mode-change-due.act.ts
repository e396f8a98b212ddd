import { type ActName } from '@tavolo/contracts';
import { advanceModeChange } from '@tavolo/governance';
import { Act, NotFound, type ActContext } from '@tavolo/server-platform';
import { blockersAt, findModeChange, saveModeChange } from '@tavolo/server-proposals';
import { type TablePolicy } from '@tavolo/server-tables';
import { z } from 'zod';
import { recordModeChangeClock } from '../mode-changes/recording.js';
import { NothingDue } from './record-due.act.js';

const command = z.object({ modeChange: z.string() });

/** Writes down what the clock has brought about for one change of mode, each with the instant at which it was due. */
export class RecordModeChangeDue extends Act<z.infer<typeof command>, { modeChange: string }> {
  readonly command = command;

  /** @param name the first of the consequences that are due */
  constructor(
    readonly name: ActName,
    private readonly policy: TablePolicy,
  ) {
    super();
  }

  async execute({ modeChange: key }: z.infer<typeof command>, context: ActContext): Promise<{ modeChange: string }> {
    const { manager, now, who } = context;
    const row = await findModeChange(manager, key);
    if (!row) throw new NotFound('modeChange');
    const blockers = await blockersAt(manager, row, now);
    if (advanceModeChange(row.change, now, blockers).consequences.length === 0) throw new NothingDue();
    const { table } = await this.policy.of(who, row.table, manager);
    await saveModeChange(manager, row, await recordModeChangeClock({ context, table }, row.change, blockers));
    return { modeChange: key };
  }
}
