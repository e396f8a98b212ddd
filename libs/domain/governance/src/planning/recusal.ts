import { type Instant, type SeatId } from '@tavolo/kernel';
import { type Ballot } from '../ballot.js';
import { acceptedChange, refused, type Rule } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { seatOf } from '../seats-of.js';
import { closeWhenComplete } from './consent.js';
import { verifyQuorum } from './presence.js';
import { inOrder, runningBallot, runningRound, withRound, type PlanningChange } from './stages.js';

const rule = '2.1 Conflict of interest';

/**
 * A member declares a conflict of interest: the seat leaves discussion and vote, and no longer counts among the eligible, also in what is
 * open already; a stand that it gave there is taken out. A seat that has voted in the open ballot cannot leave it: a conflict is declared
 * before the discussion, and what was cast by name stays as anybody recounts it from the log.
 */
export const recuse: Rule<PlanningProcedure, 'seat.recused'> = {
  guard: (procedure, { seat }) => {
    if (seat === null) return null;
    if (procedure.recusals.some((one) => one.seat === seat)) return refusal('already_done', rule, { seat });
    const ballot = runningBallot(procedure);
    return ballot?.votes[seat] ? refusal('vote_given', rule, { seat, ballot: ballot.key }) : null;
  },
  apply: (procedure, { by, table, reason }, now) => {
    const why = reasonMissing(reason, rule);
    if (why) return refused(why);
    const given = seatOf(by, table);
    if (!given) return refused(refusal('not_your_role', rule, { needed: ['seat'] }));
    const { id: seat, holder, deputy } = given;
    const recused: PlanningProcedure = {
      ...procedure,
      recusals: [...procedure.recusals, { seat, reason, at: now }],
      confirmations: procedure.confirmations.filter(
        ({ as, by: member }) => as === 'facilitator' || (member !== holder && member !== deputy),
      ),
    };
    return acceptedChange(
      inOrder(
        recused,
        (current) => leaveBallot(current, seat, now),
        (current) => leaveRound(current, seat, now),
      ),
    );
  },
};

function leaveBallot(procedure: PlanningProcedure, seat: SeatId, at: Instant): PlanningChange {
  const ballot = runningBallot(procedure);
  const elector = ballot?.electorate.find((one) => one.seat === seat);
  if (!ballot || !elector) return { procedure, consequences: [] };
  const without: Ballot = {
    ...ballot,
    electorate: ballot.electorate.filter((one) => one !== elector),
    recused: [...ballot.recused, elector],
  };
  return verifyQuorum(procedure, without, at);
}

function leaveRound(procedure: PlanningProcedure, seat: SeatId, at: Instant): PlanningChange {
  const round = runningRound(procedure);
  if (!round) return { procedure, consequences: [] };
  const stands = withoutSeat(round.stands, seat);
  const electorate = round.electorate.filter((one) => one.seat !== seat);
  return closeWhenComplete(withRound(procedure, { ...round, electorate, stands }), at);
}

const withoutSeat = <Given>(given: Readonly<Record<string, Given>>, seat: SeatId): Readonly<Record<string, Given>> =>
  Object.fromEntries(Object.entries(given).filter(([key]) => key !== seat));
