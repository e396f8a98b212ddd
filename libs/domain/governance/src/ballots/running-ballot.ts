import { type Ballot } from '../ballot.js';
import { type VotingProcedure } from './voting-procedure.js';

/** The ballot that is open or suspended, or `null`. */
export const runningBallot = ({ ballots }: Pick<VotingProcedure, 'ballots'>): Ballot | null =>
  ballots.find(({ state }) => state === 'open' || state === 'suspended') ?? null;

/** The procedure with one of its ballots replaced. */
export const withBallot = <P extends VotingProcedure>(procedure: P, ballot: Ballot): P => ({
  ...procedure,
  ballots: procedure.ballots.map((one) => (one.key === ballot.key ? ballot : one)),
});
