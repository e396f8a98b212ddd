import { type Instant, type SeatId } from '@tavolo/kernel';
import { acceptedChange, inOrder, refused, type Rule } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { isGivenBy, seatsOutWith } from '../recused.js';
import { reasonMissing, refusal } from '../refuse.js';
import { seatOf } from '../seats-of.js';
import { type Actor } from '../seat.js';
import { closeWhenComplete } from './consent.js';
import { leaveBallot, leavingRefused } from '../ballots/leave-ballot.js';
import { runningRound, withRound, type PlanningChange } from './stages.js';

const rule = '2.1 Conflict of interest';

/**
 * A member declares a conflict of interest and leaves discussion and vote: her confirmation, her stand in the open round and her support
 * of a hold are taken out. Whoever else sits there goes on for the seat. When nobody is left it no longer counts among the eligible, also
 * in what is open already. A member who has cast the vote of her seat in the open ballot cannot leave it, nor the last one of a seat that
 * has voted: a conflict is declared before the discussion, and what was cast by name stays as anybody recounts it from the log.
 */
export const recuse: Rule<PlanningProcedure, 'seat.recused'> = {
  guard: leavingRefused,
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
