import { type SeatId } from '@tavolo/kernel';
import { type Ballot, type Elector } from '../ballot.js';
import { expect, heldByOthers, type Who } from '../expect.js';
import { type Expectation } from '../expectation.js';
import { hasLeft } from '../recused.js';
import { hasRole, isElector } from '../seats-of.js';
import { sectors, type Actor, type Composition, type TableRole } from '../seat.js';
import { outstanding } from '../tally-ballot.js';
import { closers, secondPersonMissing } from './early-closing.js';
import { type VotingProcedure } from './voting-procedure.js';

/** Who may open a ballot. */
export const ballotOpeners: readonly TableRole[] = ['facilitator', 'secretary'];

/** The seat of the electorate for which she may act; `null` also where she has left and her seat has not. */
export const seatIn = ({ recusals }: VotingProcedure, actor: Who, electorate: readonly Elector[]): SeatId | null =>
  actor?.seat != null && isElector(actor.seat, electorate) && !hasLeft(recusals, actor) ? actor.seat : null;

/** Sectors of the electorate with a seat among those that are missing. */
export const sectorsOf = (electorate: readonly Elector[], missing: readonly SeatId[]): readonly string[] =>
  sectors.filter((sector) => electorate.some((one) => one.sector === sector && missing.includes(one.seat)));

/** What is expected of someone while a ballot runs: to vote, to close it, or to wait for those who do. */
export function inBallot(
  procedure: VotingProcedure,
  ballot: Ballot,
  actor: Who,
  table: Composition,
): readonly Expectation[] {
  if (ballot.state === 'suspended') return [expect(procedure, 'await_quorum', null, { ballot: ballot.key })];
  const mine = seatIn(procedure, actor, presentIn(ballot));
  const others = heldByOthers(table, closers, actor);
  const closing = actor && hasRole(actor, ...closers) ? toClose(procedure, ballot, actor, others) : null;
  if (mine === null) return [closing ?? untilClosed(procedure, ballot, others)];
  const choice = ballot.votes[mine]?.choice ?? null;
  const params = counts(ballot);
  const vote =
    choice === null
      ? expect(procedure, 'cast_vote', 'vote.cast', params)
      : expect(procedure, 'vote_cast', 'vote.cast', { ...params, choice });
  return closing ? [vote, closing] : [vote];
}

/** The electors who may vote now: in a meeting, those who are there. */
const presentIn = ({ electorate, presence }: Ballot): readonly Elector[] =>
  presence ? electorate.filter(({ seat }) => presence.includes(seat)) : electorate;

const counts = (ballot: Ballot): { readonly ballot: string; readonly cast: number; readonly eligible: number } => ({
  ballot: ballot.key,
  cast: ballot.electorate.length - outstanding(ballot).length,
  eligible: ballot.electorate.length,
});

/** What is expected of someone who may close the ballot: nothing while votes are awaited and nobody asks to close it early. */
function toClose(
  procedure: VotingProcedure,
  ballot: Ballot,
  actor: Actor,
  others: readonly TableRole[],
): Expectation | null {
  if (ballot.closesAt === null) {
    const all = outstanding(ballot).length === 0;
    return all ? expect(procedure, 'close_ballot', 'vote.closed', counts(ballot)) : null;
  }
  if (!ballot.earlyClosing) return null;
  return secondPersonMissing(ballot, actor) === null
    ? expect(procedure, 'close_early', 'vote.closed', counts(ballot))
    : expect(procedure, 'await_second_person', null, { ballot: ballot.key, whom: others });
}

function untilClosed(procedure: VotingProcedure, ballot: Ballot, whom: readonly TableRole[]): Expectation {
  const { key, electorate, closesAt } = ballot;
  const missing = outstanding(ballot);
  if (missing.length > 0) {
    const params = { count: missing.length, of: electorate.length, whom: sectorsOf(electorate, missing) };
    return expect(procedure, 'await_votes', null, { ballot: key, ...params });
  }
  return closesAt === null
    ? expect(procedure, 'await_close', null, { ballot: key, whom })
    : expect(procedure, 'await_closing', null, { ballot: key });
}
