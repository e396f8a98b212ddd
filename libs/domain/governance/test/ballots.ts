import { instant, seatId } from '@tavolo/kernel';
import { type Ballot, type CastVote, type Choice, type Elector, type Sector } from '../src/index.js';
import { familyRules } from './tables.js';

/** Electors by sector, named by their members. */
export const electors = (bySector: Readonly<Partial<Record<Sector, readonly string[]>>>): readonly Elector[] =>
  Object.entries(bySector).flatMap(([sector, members]) =>
    members.map((member) => ({ seat: seatId(member), sector: sector as Sector })),
  );

/** Votes by choice, named by their members. */
export const votes = (
  byChoice: Readonly<Partial<Record<Choice, readonly string[]>>>,
): Readonly<Record<string, CastVote>> =>
  Object.fromEntries(
    Object.entries(byChoice).flatMap(([choice, members]) =>
      members.map((member) => [member, { choice: choice as Choice, at: instant('2026-10-06T16:10:00Z') }]),
    ),
  );

/** The 12 voting seats of the family table. */
export const familyElectors = electors({
  public: ['m02', 'm04', 'm05', 'm09'],
  third_sector: ['m12', 'm14', 'm16', 'm22', 'm24'],
  citizens: ['m30', 'm34', 'm35'],
});

/** An open ballot of the family table on its own rules, with whatever differs. */
export const ballotWith = (differing: Partial<Ballot>): Ballot => ({
  key: 'B-1',
  call: 1,
  version: 2,
  textHash: 'text-2',
  rulebook: { key: 'RB-FAM-2', version: 2 },
  quorum: familyRules.quorum,
  decision: familyRules.decision,
  parties: familyRules.parties,
  electorate: familyElectors,
  recused: [],
  openedAt: instant('2026-10-06T16:00:00Z'),
  closesAt: null,
  presence: null,
  votes: {},
  state: 'open',
  closedAt: null,
  result: null,
  ...differing,
});
