import { type Ballot, type ConsentRound, type PlanningProcedure } from '@tavolo/governance';

/** A ballot or consent round that is over. */
export type Closed = { readonly ballot: Ballot } | { readonly round: ConsentRound };

/** What decided, or tried to, and is over. */
export interface ClosedDecisions {
  /** The one that ended last: it says how things stand. */
  readonly latest: Closed | null;
  /** Earlier consent rounds, newest first; earlier ballots are read from the versions they were held on. */
  readonly earlierRounds: readonly ConsentRound[];
}

/** Ballots and consent rounds that are over; a ballot that became void decided nothing. */
export function closedDecisions({ ballots, consentRounds }: PlanningProcedure): ClosedDecisions {
  const ballot = ballots.findLast(({ result }) => result !== null);
  const rounds = consentRounds.filter(({ closedAt }) => closedAt !== null);
  const round = rounds.at(-1);
  const ballotIsLast = ballot && (ballot.closedAt ?? '') >= (round?.closedAt ?? '');
  if (ballotIsLast) return { latest: { ballot }, earlierRounds: rounds.toReversed() };
  return { latest: round ? { round } : null, earlierRounds: rounds.slice(0, -1).toReversed() };
}
