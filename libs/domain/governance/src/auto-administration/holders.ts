import { type AutoAdministrationProcedure, type DecisionTerms } from '../auto-administration-procedure.js';
import { type Ballot, type Elector } from '../ballot.js';
import { bestQuorum, newBallot } from '../ballots/new-ballot.js';
import { type Explanation } from '../explanation.js';
import { electorateOf } from '../seats-of.js';
import { type Composition } from '../seat.js';
import { type DecisionRule } from '../rulebook.js';
import { type FrozenText } from '../ballot.js';
import { type ActPayloads } from '../acts.js';
import { type Instant } from '@tavolo/kernel';

type Opening = Pick<ActPayloads['vote.opened'], 'key' | 'closesAt' | 'presence'>;

/** The holders' seats: filled voting seats of the sectors that hold the mandate, each with the organisation for which it is held. */
export function holdersOf(
  { mandate, recusals }: Pick<AutoAdministrationProcedure, 'mandate' | 'recusals'>,
  { seats, roles }: Composition,
): { readonly electorate: readonly Elector[]; readonly recused: readonly Elector[] } {
  const holders = seats.filter(({ sector }) => mandate.holders.includes(sector));
  const { electorate, recused } = electorateOf({ seats: holders, roles }, recusals);
  const withOrganisation = (elector: Elector): Elector => {
    const organisation = holders.find(({ id }) => id === elector.seat)?.organisation;
    return { ...elector, organisation: organisation ?? elector.seat };
  };
  return { electorate: electorate.map(withOrganisation), recused: recused.map(withOrganisation) };
}

/** Spending needs more than an ordinary decision does (domain.md 2.2, Threshold). */
const decisionRule = ({ rulebook }: AutoAdministrationProcedure, { amount }: DecisionTerms): DecisionRule => ({
  first: 'ballot',
  ...(amount > 0 ? rulebook.spending : rulebook.ordinary),
  concurrence: [],
});

/** A ballot of the holders on this version. */
export const holdersBallot = (
  procedure: AutoAdministrationProcedure,
  { text, terms }: { readonly text: FrozenText; readonly terms: DecisionTerms },
  table: Composition,
  opening: Opening,
  now: Instant,
): Ballot =>
  newBallot(
    procedure,
    { text, decision: decisionRule(procedure, terms), parties: [], ...holdersOf(procedure, table) },
    opening,
    now,
  );

/**
 * Why recusals leave no quorum, however many of the others come; `null` when they do leave one, or it was out of reach before anybody left.
 */
export function noQuorumByRecusals(procedure: AutoAdministrationProcedure, table: Composition): Explanation | null {
  const { quorum: rule } = procedure.rulebook;
  const of = (one: Pick<AutoAdministrationProcedure, 'mandate' | 'recusals'>) =>
    bestQuorum({ quorum: rule, call: 1, parties: [], electorate: holdersOf(one, table).electorate });
  const now = of(procedure);
  return !now.held && of({ ...procedure, recusals: [] }).held ? now.explanation : null;
}
