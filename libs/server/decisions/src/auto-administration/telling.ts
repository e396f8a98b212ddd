import {
  advance,
  entryOfMandateConsequence,
  mandateClockSteps,
  mandateStream,
  type Mandate,
  type MandateChange,
} from '@tavolo/governance';
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

interface Place {
  readonly context: ActContext;
  readonly row: Pick<MandateRow, 'key'>;
  readonly table: TableFacts;
}

/** Records what the clock has brought about on a mandate by now, instant by instant, and returns the mandate as it stands then. */
export function recordOfMandate(place: Place, mandate: Mandate): Mandate {
  let current = mandate;
  for (const step of mandateClockSteps(mandate, place.context.now)) {
    recordFollowed(place, step);
    current = step.mandate;
  }
  return current;
}

/** Records what followed on a mandate, by itself or from an act, and tells those who watch the table; `mandate` is as it stands then. */
export function recordFollowed({ context, row, table }: Place, { mandate, consequences }: MandateChange): void {
  for (const consequence of consequences) {
    const entry = entryOfMandateConsequence(consequence, mandate);
    context.record({ ...entry, space: table.space, act: consequence.name });
    context.announce({ table: table.key, act: consequence.name, subject: mandateStream(row.key) });
  }
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
