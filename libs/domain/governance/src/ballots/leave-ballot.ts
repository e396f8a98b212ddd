import { type Instant, type SeatId } from '@tavolo/kernel';
import { type Ballot } from '../ballot.js';
import { type Change } from '../mode-procedure.js';
import { hasLeft, isGivenBy, seatsOutWith } from '../recused.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type Actor, type Composition } from '../seat.js';
import { verifyQuorum } from './presence.js';
import { runningBallot } from './running-ballot.js';
import { type VotingProcedure } from './voting-procedure.js';

const rule = '2.1 Conflict of interest';

/** Refuses a recused member, who leaves the discussion (domain.md 2.1, Conflict of interest). */
export const recusedRefusal = ({ recusals }: Pick<VotingProcedure, 'recusals'>, actor: Actor): Refusal | null =>
  hasLeft(recusals, actor) ? refusal('recused', rule, { seat: String(actor.seat) }) : null;

/**
 * Refuses whoever has left already. A member who has cast the vote of her seat in the open ballot cannot leave it, nor the last one of a
 * seat that has voted: a conflict is declared before the discussion, and what was cast by name stays as anybody recounts it from the log.
 */
export function leavingRefused(procedure: VotingProcedure, actor: Actor, table: Composition): Refusal | null {
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
}

/** The open ballot without the seats of which nobody is left: they no longer count among the eligible. */
export function leaveBallot<P extends VotingProcedure>(procedure: P, out: readonly SeatId[], at: Instant): Change<P> {
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
