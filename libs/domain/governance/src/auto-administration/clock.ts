import { type Instant } from '@tavolo/kernel';
import { type AutoAdministrationProcedure } from '../auto-administration-procedure.js';
import { runningBallot } from '../ballots/running-ballot.js';
import { endOf, interruptionFrom } from '../mandate/standing.js';
import { frozenForGood, interrupted } from './mandate-over.js';
import { type DecisionChange } from './stages.js';
import { takeEffect } from './standstill.js';
import { holdersBallotExpires } from './voting.js';

/** When the clock changes a decision next: the end of its ballot or its standstill, or what it knows to come over its mandate. */
export function decisionDue(procedure: AutoAdministrationProcedure): Instant | null {
  const { stage, adoption } = procedure;
  switch (stage) {
    case 'draft':
    case 'deliberating':
      return mandateEnds(procedure);
    case 'voting':
      return (
        [runningBallot(procedure)?.closesAt ?? null, mandateStops(procedure), mandateEnds(procedure)]
          .filter((due) => due !== null)
          .toSorted()[0] ?? null
      );
    case 'standstill':
      return adoption?.until ?? null;
    default:
      return null;
  }
}

/** A mandate that ended before the stage began ends it at once, never before it came. */
const mandateEnds = ({ mandate, since }: AutoAdministrationProcedure): Instant =>
  endOf(mandate) < since ? since : endOf(mandate);

const mandateStops = ({ mandate, since }: AutoAdministrationProcedure): Instant | null =>
  interruptionFrom(mandate, since);

/** What the clock brings about at that instant. At one and the same instant the mandate's end comes before the end of a ballot. */
export function decisionOnDue(procedure: AutoAdministrationProcedure, at: Instant): DecisionChange {
  if (procedure.stage === 'standstill') return takeEffect(procedure, at);
  if (mandateEnds(procedure) <= at) return frozenForGood(procedure, at);
  if (procedure.stage === 'voting' && mandateStops(procedure) === at) return interrupted(procedure, at);
  return holdersBallotExpires(procedure, at);
}
