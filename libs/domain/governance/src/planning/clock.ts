import { type Instant } from '@tavolo/kernel';
import { runningBallot } from '../ballots/running-ballot.js';
import { inOrder } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { type Consequence } from '../procedure.js';
import { ballotExpires } from './close-ballot.js';
import { endHold, runningHold } from './hold.js';
import { endMediation, openMediation } from './mediation.js';
import { ratificationLapses } from './ratification.js';
import { enter, type PlanningChange } from './stages.js';

/** When the clock changes a planning procedure next. The organ's time limit binds the organ; its silence decides nothing. */
export function planningDue(procedure: PlanningProcedure): Instant | null {
  switch (procedure.stage) {
    case 'negotiating':
      return negotiationDue(procedure);
    case 'ratifying':
      return procedure.ratification?.until ?? null;
    case 'voting':
      return runningBallot(procedure)?.closesAt ?? null;
    case 'on_hold':
      return runningHold(procedure)?.until ?? null;
    case 'mediation':
      return procedure.mediation?.until ?? null;
    default:
      return null;
  }
}

/** A text that comes back to negotiation after its total time is over is due at once, never before it came. */
function negotiationDue({ since, negotiationEnds }: PlanningProcedure): Instant | null {
  return negotiationEnds !== null && negotiationEnds < since ? since : negotiationEnds;
}

/** What the clock brings about at that instant. */
export function planningOnDue(procedure: PlanningProcedure, at: Instant): PlanningChange {
  switch (procedure.stage) {
    case 'negotiating':
      return negotiationEnds(procedure, at);
    case 'ratifying':
      return ratificationLapses(procedure, at);
    case 'on_hold':
      return after(procedure, mediationClosed(at, { hold: runningHold(procedure)?.sector ?? null }), endHold, at);
    case 'mediation':
      return after(procedure, mediationClosed(at, {}), endMediation, at);
    default: {
      const ballot = runningBallot(procedure);
      return ballot ? ballotExpires(procedure, ballot, at) : { procedure, consequences: [] };
    }
  }
}

/** Without a settled text the total time leads into mediation, once, and then to no agreement (domain.md 2.2, Time and If it fails). */
function negotiationEnds(procedure: PlanningProcedure, at: Instant): PlanningChange {
  const data = { reason: 'negotiation_time_over' };
  if (!procedure.mediation) return openMediation(procedure, at, data);
  return { procedure: enter(procedure, 'not_agreed', at), consequences: [{ name: 'proposal.not_agreed', at, data }] };
}

const mediationClosed = (at: Instant, data: Consequence['data']): Consequence => ({
  name: 'mediation.closed',
  at,
  data: { ...data, deadline: true },
});

const after = (
  procedure: PlanningProcedure,
  first: Consequence,
  change: (procedure: PlanningProcedure, at: Instant) => PlanningChange,
  at: Instant,
): PlanningChange =>
  inOrder(
    procedure,
    (current) => ({ procedure: current, consequences: [first] }),
    (current) => change(current, at),
  );
