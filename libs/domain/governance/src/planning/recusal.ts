import { type Instant, type SeatId } from '@tavolo/kernel';
import { type Ballot } from '../ballot.js';
import { acceptedChange, refused, type Rule } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { hasLeft, isGivenBy, seatsOutWith } from '../recused.js';
import { reasonMissing, refusal } from '../refuse.js';
import { seatOf } from '../seats-of.js';
import { type Actor } from '../seat.js';
import { closeWhenComplete } from './consent.js';
import { verifyQuorum } from './presence.js';
import { inOrder, runningBallot, runningRound, withRound, type PlanningChange } from './stages.js';

const rule = '2.1 Conflict of interest';

/**
 * A member declares a conflict of interest and leaves discussion and vote: her confirmation, her stand in the open round and her support
 * of a hold are taken out. Whoever else sits there goes on for the seat. When nobody is left it no longer counts among the eligible, also
 * in what is open already. A member who has cast the vote of her seat in the open ballot cannot leave it, nor the last one of a seat that
 * has voted: a conflict is declared before the discussion, and what was cast by name stays as anybody recounts it from the log.
 */
export const recuse: Rule<PlanningProcedure, 'seat.recused'> = {
  guard: (procedure, actor, table) => {
    const { seat } = actor;
    if (seat === null) return null;
    if (hasLeft(procedure.recusals, actor)) return refusal('already_done', rule, { seat });
    const ballot = runningBallot(procedure);
    if (!ballot) return null;
    const out = seatsOutWith(actor, procedure.recusals, table);
    const voted = Object.entries(ballot.votes).find(
      ([of, vote]) => isGivenBy(vote, of, actor) || out.some((one) => one === of),
    );
    return voted ? refusal('vote_given', rule, { seat: voted[0], ballot: ballot.key }) : null;
  },
  apply: (procedure, { by, table, reason }, now) => {
    const why = reasonMissing(reason, rule);
    if (why) return refused(why);
    const given = seatOf(by, table);
    if (!given) return refused(refusal('not_your_role', rule, { needed: ['seat'] }));
    const { member } = by;
    const out = seatsOutWith(by, procedure.recusals, table);
    const left: PlanningProcedure = {
      ...procedure,
      recusals: [...procedure.recusals, { seat: given.id, member, reason, at: now }],
      confirmations: procedure.confirmations.filter(({ as, by: one }) => as === 'facilitator' || one !== member),
      holds: withoutSupport(procedure, by),
    };
    return acceptedChange(
      inOrder(
        left,
        (current) => leaveBallot(current, out, now),
        (current) => leaveRound(current, by, out, now),
      ),
    );
  },
};

/** The holds without her support of one that is not declared yet. */
const withoutSupport = ({ holds }: PlanningProcedure, actor: Actor): PlanningProcedure['holds'] =>
  holds.flatMap((hold) => {
    if (hold.declaredAt !== null) return [hold];
    const supporters = hold.supporters.filter((one) => !isGivenBy(one, one.seat, actor));
    return supporters.length > 0 ? [{ ...hold, supporters }] : [];
  });

function leaveBallot(procedure: PlanningProcedure, out: readonly SeatId[], at: Instant): PlanningChange {
  const ballot = runningBallot(procedure);
  const leaving = ballot?.electorate.filter(({ seat }) => out.includes(seat)) ?? [];
  if (!ballot || leaving.length === 0) return { procedure, consequences: [] };
  const without: Ballot = {
    ...ballot,
    electorate: ballot.electorate.filter((one) => !leaving.includes(one)),
    recused: [...ballot.recused, ...leaving.map((one) => ({ ...one, leftAt: at }))],
  };
  return verifyQuorum(procedure, without, at);
}

function leaveRound(procedure: PlanningProcedure, actor: Actor, out: readonly SeatId[], at: Instant): PlanningChange {
  const round = runningRound(procedure);
  if (!round) return { procedure, consequences: [] };
  const electorate = round.electorate.filter(({ seat }) => !out.includes(seat));
  const stands = Object.fromEntries(
    Object.entries(round.stands).filter(
      ([of, stand]) => !isGivenBy(stand, of, actor) && !out.some((one) => one === of),
    ),
  );
  return closeWhenComplete(withRound(procedure, { ...round, electorate, stands }), at);
}
