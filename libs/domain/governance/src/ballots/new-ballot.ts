import { plusMillis, type Instant } from '@tavolo/kernel';
import { type ActPayloads } from '../acts.js';
import { type Ballot, type Elector, type FrozenText } from '../ballot.js';
import { quorumOf, type Quorum } from '../quorum.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type DecisionRule } from '../rulebook.js';
import { type Sector } from '../seat.js';
import { quorumOfBallot } from '../tally-ballot.js';
import { nextCall } from './second-call.js';
import { type VotingProcedure } from './voting-procedure.js';

const hour = 3_600_000;

/**
 * When a ballot that is opened at `now` may close by itself: at least one hour ahead, so that nobody is voted out by surprise, and at most
 * 365 days, beyond which a date is a slip of the keyboard.
 */
export const closingTimes = (now: Instant): { readonly from: Instant; readonly until: Instant } => ({
  from: plusMillis(now, hour),
  until: plusMillis(now, 365 * 24 * hour),
});

/** What a mode says about a ballot: the text, the rule of its majority, and who votes. */
interface Question {
  readonly text: FrozenText;
  readonly decision: DecisionRule;
  readonly parties: readonly Sector[];
  readonly electorate: readonly Elector[];
  readonly recused: readonly Elector[];
}

/** Refuses a key that stands for a ballot already, and a time of closing that is out of range. */
export function announcementRefused(
  { ballots }: Pick<VotingProcedure, 'ballots'>,
  { key, closesAt }: Pick<ActPayloads['vote.opened'], 'key' | 'closesAt'>,
  now: Instant,
): Refusal | null {
  if (ballots.some((one) => one.key === key)) return refusal('already_done', '2.1 Ballots', { open: key });
  const range = closingTimes(now);
  return closesAt !== null && (closesAt < range.from || closesAt > range.until)
    ? refusal('closing_time_out_of_range', '2.1 Ballots', { ...range })
    : null;
}

/** An open ballot: rules, electorate and the hash of the text are copied in. */
export function newBallot(
  procedure: VotingProcedure,
  { text, ...question }: Question,
  { key, closesAt, presence }: Pick<ActPayloads['vote.opened'], 'key' | 'closesAt' | 'presence'>,
  now: Instant,
): Ballot {
  const { rulebook } = procedure;
  return {
    key,
    call: nextCall(procedure),
    version: text.version,
    textHash: text.textHash,
    rulebook: { key: rulebook.key, version: rulebook.version },
    quorum: rulebook.quorum,
    ...(rulebook.conditions ? { conditions: rulebook.conditions } : {}),
    ...question,
    openedAt: now,
    closesAt,
    presence,
    votes: {},
    state: 'open',
    closedAt: null,
    result: null,
  };
}

/** The quorum of a ballot if everybody of its electorate took part. */
export const bestQuorum = ({
  quorum: rule,
  call,
  parties,
  electorate,
}: Pick<Ballot, 'quorum' | 'call' | 'parties' | 'electorate'>): Quorum =>
  quorumOf({ rule, call, parties, electorate, present: electorate.map(({ seat }) => seat) });

/** Outside a meeting only a quorum that nobody could ever reach refuses the opening: a party without any eligible seat. */
export function noQuorumAtOpening(ballot: Ballot): Refusal | null {
  const quorum = ballot.presence ? quorumOfBallot(ballot) : bestQuorum(ballot);
  return quorum.held ? null : refusal('no_quorum', 'quorum', {}, quorum.explanation);
}
