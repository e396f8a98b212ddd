import { canonicalJson, deadline, localDateOf, type Instant } from '@tavolo/kernel';
import { type Ballot, type BallotResult, type Elector } from '../ballot.js';
import { type Explanation } from '../explanation.js';
import { type RulebookChange, type RulebookProposal, type RulebookVersionName } from '../rulebook-change.js';
import { type QuorumRule, type Rulebook } from '../rulebook.js';
import { sectors, type Composition, type Sector } from '../seat.js';
import { tallyBallot } from '../tally-ballot.js';

/** Days for which text and reasons lie open before the rules may change (domain.md 2.1, Meetings: notice 10 days with papers). */
export const noticeDays = 10;

/** Least characters of a written reason for other rules. */
export const leastReason = 20;

/** The quorum of planning, of every sector with voting seats (domain.md 2.5). */
const quorum: QuorumRule = {
  overall: { fraction: '1/2', strict: true },
  perSector: { fraction: '1/3', min: 1 },
  emptySector: 'block',
};

/** When the vote on a change that is handed in now ends. */
export const closingOf = (now: Instant, { zone, holidays }: Rulebook): Instant =>
  deadline({ from: now, days: noticeDays, zone, holidays });

/** Who votes on the rules of a table: its filled voting seats, in every mode; and the sectors each of which has to agree. */
export function votersOn({ seats }: Composition): {
  readonly electorate: readonly Elector[];
  readonly parties: readonly Sector[];
} {
  const voting = seats.filter(({ right }) => right === 'vote');
  return {
    electorate: voting.filter(({ holder }) => holder !== null).map(({ id, sector }) => ({ seat: id, sector })),
    parties: sectors.filter((sector) => voting.some((seat) => seat.sector === sector)),
  };
}

/**
 * What the vote on a change comes to: two thirds of the votes cast and more yes than no in each sector, as for a change of mode (domain.md
 * 2.5): a mode could otherwise be emptied by rules that are easier to change than itself. Its explanation cites no place of the rulebook,
 * since the rule is a common one.
 */
export function resultOfVote({ key, base }: RulebookChange, proposal: RulebookProposal): BallotResult {
  const { electorate, parties, votes, at, closesAt } = proposal;
  const ballot: Ballot = {
    key,
    call: 1,
    version: base.version,
    // What is voted on are rules, of which the log has every word; there is no text with clauses.
    textHash: '',
    rulebook: base,
    quorum,
    decision: { first: 'ballot', base: 'cast', threshold: { fraction: '2/3', strict: false }, concurrence: parties },
    parties,
    electorate,
    recused: [],
    openedAt: at,
    closesAt,
    presence: null,
    votes,
    state: 'open',
    closedAt: null,
    result: null,
  };
  const result = tallyBallot(ballot);
  return { ...result, explanation: placeless(result.explanation) };
}

const placeless = ({ rule: _place, children, ...explanation }: Explanation): Explanation => ({
  ...explanation,
  children: children.map(placeless),
});

/** The name of the next version: the number after the highest, and the key with that number, `RB-FAM-2` after `RB-FAM-1`. */
export function nextVersionName(
  { key }: RulebookVersionName,
  had: readonly RulebookVersionName[],
): RulebookVersionName {
  const stem = key.replace(/-\d+$/u, '');
  const taken = new Set(had.map((one) => one.key));
  const version = Math.max(0, ...had.map((one) => one.version)) + 1;
  let number = version;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return { key: `${stem}-${number}`, version };
}

/** The drafted rules as a version of their own, adopted at `now`. */
export const asNextVersion = (drafted: Rulebook, had: readonly RulebookVersionName[], now: Instant): Rulebook => ({
  ...drafted,
  ...nextVersionName(drafted, had),
  adoptedOn: localDateOf(now, drafted.zone),
});

/** The table once these rules are in force: the seats of the market have the right that they say. */
export const withRightsOf = ({ market }: Rulebook, composition: Composition): Composition =>
  market === undefined
    ? composition
    : {
        ...composition,
        seats: composition.seats.map((seat) => (seat.sector === 'market' ? { ...seat, right: market } : seat)),
      };

/**
 * The rules with what they leave to the seats: the right of the market, where it sits at the table and they say nothing of it. So that it can
 * be changed and compared like any other setting.
 */
export function withSeatRights(
  rulebook: Rulebook,
  seats: readonly Pick<Composition['seats'][number], 'sector' | 'right'>[],
): Rulebook {
  const right = seats.find(({ sector }) => sector === 'market')?.right;
  return rulebook.market !== undefined || right === undefined ? rulebook : { ...rulebook, market: right };
}

/** A rulebook word for word as one text, the same whatever the order in which its members are kept. */
export const rulebookInWhole = (rulebook: Rulebook): string => canonicalJson(rulebook);
