import { type SeatId } from '@tavolo/kernel';
import { type Ballot, type Elector } from '../ballot.js';
import { type Sector } from '../seat.js';
import { type Tally } from './condition.js';

/** Names of the numbers that the conditions of a rulebook may count. `organisationsYes`, `organisationsNo`: of which more seats say yes than no, or more no. */
export const countNames = [
  'yes',
  'no',
  'abstain',
  'present',
  'eligible',
  'organisations',
  'organisationsPresent',
  'organisationsYes',
  'organisationsNo',
] as const;
export type CountName = (typeof countNames)[number];

type Counted = Pick<Ballot, 'electorate' | 'presence' | 'votes'>;

/** The seats of the electorate that are in the meeting, or, outside a meeting, took part: abstentions included. */
export function presentIn({ electorate, presence, votes }: Counted): readonly SeatId[] {
  const seats = electorate.map(({ seat }) => seat);
  if (presence === null) return seats.filter((seat) => votes[seat] !== undefined);
  const there = new Set<SeatId>(presence);
  return seats.filter((seat) => there.has(seat));
}

/** The numbers of a ballot for conditions: of all its seats, and of each sector as a group of the kind `sector`. */
export function tallyOf(ballot: Counted): Tally {
  const { electorate } = ballot;
  const sectors = [...new Set(electorate.map(({ sector }) => sector))];
  const group = (sector: Sector): Tally['groups'][number] => ({
    id: sector,
    kind: 'sector',
    counts: countsOf(
      ballot,
      electorate.filter((elector) => elector.sector === sector),
    ),
  });
  return { total: countsOf(ballot, electorate), groups: sectors.map(group) };
}

function countsOf(ballot: Counted, electors: readonly Elector[]): Readonly<Record<CountName, number>> {
  const there = new Set(presentIn(ballot));
  const said = (among: readonly Elector[], choice: string): number =>
    among.filter(({ seat }) => ballot.votes[seat]?.choice === choice).length;
  const here = electors.filter(({ seat }) => there.has(seat));
  // A seat that is held for no organisation counts as one of its own (domain.md 2.2, Quorum).
  const of = ({ seat, organisation }: Elector): string => organisation ?? seat;
  const organisations = [...new Set(electors.map(of))].map((id) => electors.filter((elector) => of(elector) === id));
  const ahead = (first: string, second: string): number =>
    organisations.filter((seats) => said(seats, first) > said(seats, second)).length;
  return {
    yes: said(electors, 'yes'),
    no: said(electors, 'no'),
    abstain: said(electors, 'abstain'),
    present: here.length,
    eligible: electors.length,
    organisations: organisations.length,
    organisationsPresent: new Set(here.map(of)).size,
    organisationsYes: ahead('yes', 'no'),
    organisationsNo: ahead('no', 'yes'),
  };
}
