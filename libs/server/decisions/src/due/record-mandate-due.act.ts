import { type ActName } from '@tavolo/contracts';
import { advanceMandate } from '@tavolo/governance';
import { Act, NotFound, type ActContext } from '@tavolo/server-platform';
import { findMandate, saveMandate } from '@tavolo/server-proposals';
import { type TablePolicy } from '@tavolo/server-tables';
import { z } from 'zod';
import { leaveMandate, recordOfMandate, tellDecisions } from '../auto-administration/telling.js';
import { NothingDue } from './record-due.act.js';

const command = z.object({ mandate: z.string() });

/** Writes down what the clock has brought about for one mandate, each with the instant at which it was due, and tells its decisions. */
export class RecordMandateDue extends Act<z.infer<typeof command>, { mandate: string }> {
  readonly command = command;

  /** @param name the first of the consequences that are due */
  constructor(
    readonly name: ActName,
    private readonly policy: TablePolicy,
  ) {
    super();
  }

  async execute({ mandate: key }: z.infer<typeof command>, context: ActContext): Promise<{ mandate: string }> {
    const { manager, now, who } = context;
    const row = await findMandate(manager, key);
    if (!row) throw new NotFound('mandate');
    if (advanceMandate(row.mandate, now).consequences.length === 0) throw new NothingDue();
    const { table } = await this.policy.of(who, row.table, manager);
    const place = { context, row, table };
    const { mandate } = await saveMandate(manager, row, recordOfMandate(place, row.mandate));
    await tellDecisions(place, row.key);
    await leaveMandate(place, mandate);
    return { mandate: row.key };
  }
}
