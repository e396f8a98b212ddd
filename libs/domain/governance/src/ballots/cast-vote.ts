import { type Instant } from '@tavolo/kernel';
import { choices } from '../ballot.js';
import { accepted, refused, type ActOf } from '../mode-procedure.js';
import { type Outcome } from '../procedure.js';
import { hasLeft } from '../recused.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type Actor } from '../seat.js';
import { isElector } from '../seats-of.js';
import { quorumOfBallot } from '../tally-ballot.js';
import { runningBallot, withBallot } from './running-ballot.js';
import { type VotingProcedure } from './voting-procedure.js';

const rule = '2.1 Ballots';

/** A vote by name. It can be changed until closing; the last counts. In a meeting the quorum is verified at each vote. */
export const castVote = {
  guard: (procedure: Pick<VotingProcedure, 'ballots' | 'recusals'>, actor: Actor): Refusal | null => {
    const { seat } = actor;
    const ballot = runningBallot(procedure);
    if (!ballot) return refusal('ballot_closed', rule);
    const params = { ballot: ballot.key, seat: String(seat) };
    if (hasLeft(procedure.recusals, actor)) return refusal('recused', '2.1 Conflict of interest', params);
    if (ballot.state === 'suspended') {
      return refusal('ballot_suspended', '2.1 Quorum', params, quorumOfBallot(ballot).explanation);
    }
    if (!isElector(seat, ballot.electorate)) return refusal('not_entitled', rule, params);
    if (ballot.presence && !ballot.presence.some((present) => present === seat)) {
      return refusal('not_entitled', '2.1 Quorum', params);
    }
    if (!ballot.presence) return null;
    const quorum = quorumOfBallot(ballot);
    return quorum.held ? null : refusal('no_quorum', '2.1 Quorum', params, quorum.explanation);
  },
  apply: <P extends VotingProcedure>(
    procedure: P,
    { by, ballot: key, choice }: ActOf<'vote.cast'>,
    now: Instant,
  ): Outcome<P> => {
    const ballot = runningBallot(procedure);
    if (ballot?.key !== key || by.seat === null) return refused(refusal('ballot_closed', rule, { ballot: key }));
    if (!choices.includes(choice)) return refused(refusal('unknown_option', rule, { choice }));
    const vote = { choice, at: now, by: by.member };
    return accepted(withBallot(procedure, { ...ballot, votes: { ...ballot.votes, [by.seat]: vote } }));
  },
};
