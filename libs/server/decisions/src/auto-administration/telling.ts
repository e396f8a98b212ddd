import { advance, advanceMandate, type Mandate, type MandateConsequence } from '@tavolo/governance';
import { type ActContext } from '@tavolo/server-platform';
import {
  findProposal,
  mandateInForce,
  retellProcedure,
  saveProcedure,
  undecidedUnder,
  type MandateRow,
} from '@tavolo/server-proposals';
import { returnToFormerMode, type TableFacts } from '@tavolo/server-tables';
import { recordClock } from '../recording/consequences.js';
import { mandateConsequenceEntry, mandateStream } from '../recording/mandate-entries.js';

interface Place {
  readonly context: ActContext;
  readonly row: Pick<MandateRow, 'key'>;
  readonly table: TableFacts;
}

/**
 * Records what followed on a mandate, by itself or from an act, and tells those who watch the table. Without `consequences`, what the clock
 * has brought about. Returns the mandate after it.
 */
export function recordOfMandate(
  { context, row, table }: Place,
  mandate: Mandate,
  consequences?: readonly MandateConsequence[],
): Mandate {
  const change = consequences ? { mandate, consequences } : advanceMandate(mandate, context.now);
  for (const consequence of change.consequences) {
    context.record({ space: table.space, ...mandateConsequenceEntry(row.key, consequence) });
    context.announce({ table: table.key, act: consequence.name, subject: mandateStream(row.key) });
  }
  return change.mandate;
}

/**
 * At the end of a mandate the mode that the table had before returns (domain.md 2.3), unless it has another mandate. What was adopted goes
 * on under the rules under which it was begun.
 */
export async function leaveMandate({ context, table, row }: Place, { ended }: Mandate): Promise<void> {
  // A table that has passed to another mode meanwhile keeps it.
  if (!ended || table.rulebook.mode !== 'auto_administration') return;
  const other = await mandateInForce(context.manager, table.id, context.now, row.key);
  if (!other) await returnToFormerMode(context, table, ended.at);
}

/** Tells the decisions under way how their mandate stands now, records what follows from that, and when something will. */
export async function tellDecisions({ context, table }: Place, mandate: string): Promise<void> {
  const { manager, now } = context;
  for (const key of await undecidedUnder(manager, mandate)) {
    const proposal = await findProposal(manager, key);
    if (!proposal) continue;
    if (advance(proposal.procedure, now).consequences.length === 0) {
      await retellProcedure(manager, proposal);
      continue;
    }
    await saveProcedure(manager, proposal, recordClock({ context, proposal, table }), now);
  }
}
