import { type ActName } from '@tavolo/contracts';
import {
  entryOfModeChangeConsequence,
  modeChangeClockSteps,
  modeChangeStream,
  type Blocker,
  type ModeChange,
  type ModeChangeStep,
  type ProcedureEntry,
} from '@tavolo/governance';
import { type ActContext, type EntryDraft } from '@tavolo/server-platform';
import { passToMode, type TableFacts } from '@tavolo/server-tables';

/** An entry of a change of mode as the log of that table takes it. */
export const entryIn = ({ space }: Pick<TableFacts, 'space'>, { act, ...entry }: ProcedureEntry): EntryDraft => ({
  space,
  act: act as ActName,
  ...entry,
});

interface Place {
  readonly context: ActContext;
  readonly table: TableFacts;
}

/** Records what followed at one instant, puts the rules in force that it brings, and tells those who watch the table. */
export async function recordModeChangeStep(
  { context, table }: Place,
  { change, consequences }: ModeChangeStep,
): Promise<void> {
  for (const consequence of consequences) {
    context.record(entryIn(table, entryOfModeChangeConsequence(consequence, change)));
    context.announce({ table: table.key, act: consequence.name, subject: modeChangeStream(change.key) });
    const { name, at, data } = consequence;
    const about = { at, modeChange: change.key };
    if (name === 'mode_change.took_effect') await passToMode(context, table, change.rulebook, about);
    if (name === 'mode_change.emergency_ended' && data.hadEffect === true) {
      await passToMode(context, table, change.from, about);
    }
  }
}

/** Records what the clock has brought about, instant by instant. Returns the change after it. */
export async function recordModeChangeClock(
  place: Place,
  change: ModeChange,
  blockers: readonly Blocker[],
): Promise<ModeChange> {
  let current = change;
  for (const step of modeChangeClockSteps(change, place.context.now, blockers)) {
    await recordModeChangeStep(place, step);
    current = step.change;
  }
  return current;
}
