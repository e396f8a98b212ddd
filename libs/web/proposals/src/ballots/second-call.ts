import { failedBallot, type Procedure, type QuorumRule } from '@tavolo/governance';

/** The quorum that is enough for a ballot on second call, and whether the ballot before it was on second call already. */
export interface SecondCall extends Pick<NonNullable<QuorumRule['secondCall']>, 'overall' | 'perSectorMin'> {
  readonly again: boolean;
}

/**
 * On what the next ballot is, where it is on second call (domain.md 2.1, Quorum): the latest closed ballot of the present version had no
 * quorum, and the rulebook has a second call. `null` where the next ballot is an ordinary one.
 */
export function nextSecondCall(procedure: Procedure): SecondCall | null {
  if (procedure.mode !== 'planning' && procedure.mode !== 'auto_administration') return null;
  const { secondCall } = procedure.rulebook.quorum;
  const failed = failedBallot(procedure);
  if (!failed || !secondCall) return null;
  return { overall: secondCall.overall, perSectorMin: secondCall.perSectorMin, again: failed.call === 2 };
}
