import { localDateOf, plusDays, startOfDay, type Instant } from '@tavolo/kernel';
import { type Ballot } from '../ballot.js';
import { latestVersion } from '../frozen-versions.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type VotingProcedure } from './voting-procedure.js';

/** The latest ballot of the present version, if it ended without quorum. */
export function failedBallot(procedure: Pick<VotingProcedure, 'ballots' | 'versions'>): Ballot | null {
  const latest = procedure.ballots.filter(({ state }) => state === 'closed').at(-1);
  const failed = latest?.result?.verdict === 'no_quorum' && latest.version === latestVersion(procedure)?.version;
  return failed ? latest : null;
}

/** A ballot after one without quorum is on second call, where the rulebook has one (domain.md 2.1, Quorum). */
export const nextCall = (procedure: VotingProcedure): 1 | 2 =>
  failedBallot(procedure) && procedure.rulebook.quorum.secondCall ? 2 : 1;

/** The first moment of the second call: so many days after the ballot that had no quorum; `null` when none is to come. */
export function secondCallFrom(procedure: VotingProcedure): Instant | null {
  const failed = failedBallot(procedure);
  const { quorum, zone } = procedure.rulebook;
  if (!failed?.closedAt || !quorum.secondCall) return null;
  return startOfDay(plusDays(localDateOf(failed.closedAt, zone), quorum.secondCall.afterDays), zone);
}

/** Refuses a ballot before the day of its second call. */
export function secondCallTooEarly(procedure: VotingProcedure, now: Instant): Refusal | null {
  const from = secondCallFrom(procedure);
  return from !== null && now < from ? refusal('too_early', 'quorum.secondCall.afterDays', { from }) : null;
}
