import { type Instant, type SeatId } from '@tavolo/kernel';
import { type Ballot } from '../ballot.js';
import { type Change } from '../mode-procedure.js';
import { type Consequence } from '../procedure.js';
import { quorumOfBallot } from '../tally-ballot.js';
import { runningBallot, withBallot } from './running-ballot.js';
import { type VotingProcedure } from './voting-procedure.js';

/**
 * Who is in the meeting has changed. The open ballot is suspended when the quorum fails, and resumed when it is there again; a ballot
 * outside a meeting knows no presence and is left alone (domain.md 2.1, Quorum).
 */
export function withPresence<P extends VotingProcedure>(
  procedure: P,
  presence: readonly SeatId[],
  now: Instant,
): Change<P> {
  const ballot = runningBallot(procedure);
  return ballot?.presence ? verifyQuorum(procedure, { ...ballot, presence }, now) : { procedure, consequences: [] };
}

/** Replaces the ballot, suspended or resumed according to the quorum of those who are present. */
export function verifyQuorum<P extends VotingProcedure>(procedure: P, ballot: Ballot, at: Instant): Change<P> {
  const { held, explanation } = quorumOfBallot(ballot);
  const state = ballot.presence && !held ? 'suspended' : 'open';
  const changed = withBallot(procedure, { ...ballot, state });
  if (state === ballot.state) return { procedure: changed, consequences: [] };
  const name: Consequence['name'] = state === 'suspended' ? 'vote.suspended' : 'vote.resumed';
  return {
    procedure: changed,
    consequences: [{ name, at, data: { vote: ballot.key, reason: 'quorum' }, explanation }],
  };
}
