import { localDateOf, plusDays, startOfDay, type Instant } from '@tavolo/kernel';
import { choices, type Ballot, type BallotResult } from '../ballot.js';
import { secondPersonMissing, withoutRequest } from '../ballots/early-closing.js';
import { closedByHand } from '../ballots/end-ballot.js';
import { castVote } from '../ballots/cast-vote.js';
import { announcementRefused, noQuorumAtOpening } from '../ballots/new-ballot.js';
import { runningBallot } from '../ballots/running-ballot.js';
import { branch, factLeaf } from '../explain.js';
import { type Explanation } from '../explanation.js';
import { modeChangeQuorum, needsConsent, type ModeChange } from '../mode-change.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { sectors, type Composition, type Sector } from '../seat.js';
import { electorateOf } from '../seats-of.js';
import { tallyBallot } from '../tally-ballot.js';
import { become, done, not, withBallot, type ModeChangeStep } from './change.js';
import { standStill } from './effect.js';
import { type ModeChangeRule } from './rule.js';

const rule = '2.5 Ballot';

/** Sectors with voting seats, filled or not: each of them must be there, and say yes (domain.md 2.5). */
export const votingSectors = ({ seats }: Composition): readonly Sector[] =>
  sectors.filter((sector) => seats.some((seat) => seat.sector === sector && seat.right === 'vote'));

/** The latest ballot where it ended without quorum. */
const failed = ({ ballots }: ModeChange): Ballot | null =>
  ballots.at(-1)?.result?.verdict === 'no_quorum' ? (ballots.at(-1) ?? null) : null;

/** The first moment at which it may be put to the vote: the end of its notice, and of a second call a later day. */
export function voteFrom(change: ModeChange): Instant | null {
  const before = failed(change);
  if (!before?.closedAt) return change.noticeUntil;
  const { zone } = change.from;
  return startOfDay(plusDays(localDateOf(before.closedAt, zone), before.quorum.secondCall?.afterDays ?? 1), zone);
}

/** The facilitator or the secretary puts the new rules to the vote, once the notice is over. Rules, electorate and text are copied in. */
export const openModeBallot: ModeChangeRule<'vote.opened'> = {
  guard: (change, _actor, _table, now) => {
    const from = voteFrom(change);
    if (from === null || now >= from) return null;
    const explanation = factLeaf('mode_change.noticeOver', false, { rule: '2.5 Notice', values: { from } });
    return refusal('too_early', '2.5 Notice', { from }, explanation);
  },
  apply: (change, act, now) => {
    const unannounced = announcementRefused(change, act, now);
    if (unannounced) return not(unannounced);
    const ballot = ballotOn(change, act, act.table, now);
    const why = noQuorumAtOpening(ballot);
    if (why) return not(why);
    return done({ ...become(change, 'voting', now), ballots: [...change.ballots, ballot] });
  },
};

function ballotOn(
  change: ModeChange,
  { key, closesAt, presence }: Pick<Ballot, 'key' | 'closesAt' | 'presence'>,
  table: Composition,
  now: Instant,
): Ballot {
  const parties = votingSectors(table);
  return {
    key,
    call: failed(change) ? 2 : 1,
    version: 1,
    textHash: change.textHash,
    rulebook: { key: change.from.key, version: change.from.version },
    quorum: modeChangeQuorum(change.from),
    decision: {
      first: 'ballot',
      base: 'cast',
      threshold: { fraction: '2/3', strict: false },
      concurrence: parties,
    },
    parties,
    ...electorateOf(table, []),
    openedAt: now,
    closesAt,
    presence,
    votes: {},
    state: 'open',
    closedAt: null,
    result: null,
  };
}

/** A vote by name, of any filled voting seat; also at a table of consultation, whose seats vote on its own rules alone. */
export const castModeVote: ModeChangeRule<'vote.cast'> = {
  guard: ({ ballots }, actor) => castVote.guard({ ballots, recusals: [] }, actor),
  apply: (change, { by, ballot: key, choice }, now) => {
    const ballot = runningBallot(change);
    if (ballot?.key !== key || by.seat === null) return not(refusal('ballot_closed', rule, { ballot: key }));
    if (!choices.includes(choice)) return not(refusal('unknown_option', rule, { choice }));
    const votes = { ...ballot.votes, [by.seat]: { choice, at: now, by: by.member } };
    return done(withBallot(change, { ...ballot, votes }));
  },
};

/** Someone who may close asks to close before the announced time; another person then does. */
export const requestModeClosing: ModeChangeRule<'ballot.early_closing_requested'> = {
  guard: (change) => {
    const ballot = runningBallot(change);
    if (!ballot) return refusal('ballot_closed', rule);
    const { key } = ballot;
    if (ballot.closesAt === null) return refusal('no_closing_time', '1 Two-person rule', { ballot: key });
    return ballot.earlyClosing ? refusal('already_done', '1 Two-person rule', { ballot: key }) : null;
  },
  apply: (change, { by, ballot: key, reason }, now) => {
    const ballot = runningBallot(change);
    if (ballot?.key !== key) return not(refusal('ballot_closed', rule, { ballot: key }));
    const why = reasonMissing(reason, '2.1 Written reasons');
    if (why) return not(why);
    return done(withBallot(change, { ...ballot, earlyClosing: { by: by.member, reason, at: now } }));
  },
};

/** The ballot is closed by hand: as any ballot, with a written reason while a seat has not voted, and by two persons before its time. */
export const closeModeBallot: ModeChangeRule<'vote.closed'> = {
  guard: (change, actor): Refusal | null => {
    const ballot = runningBallot(change);
    return ballot ? secondPersonMissing(ballot, actor) : refusal('ballot_closed', rule);
  },
  apply: (change, act, now) => {
    const closed = closedByHand(change, act);
    if (!closed.ok) return closed;
    const { change: after, consequences } = conclude(change, closed.ballot, now);
    return done(after, consequences);
  },
};

/** The announced time has come. */
export function ballotTimeIsOver(change: ModeChange, ballot: Ballot, at: Instant): ModeChangeStep {
  const { change: after, consequences } = conclude(change, ballot, at);
  return { change: after, consequences: [{ name: 'vote.closed', at, data: { vote: ballot.key } }, ...consequences] };
}

/** The result by the rules of 2.5: every place that its explanation cites is there. */
export function modeBallotResult(ballot: Ballot): BallotResult {
  const result = tallyBallot(ballot);
  return { ...result, explanation: citing(result.explanation) };
}

const citing = (explanation: Explanation): Explanation => ({
  ...explanation,
  ...(explanation.rule !== undefined && { rule }),
  children: explanation.children.map(citing),
});

/** The result, and what it means: without quorum a second call, otherwise adopted or rejected. */
function conclude(change: ModeChange, running: Ballot, at: Instant): ModeChangeStep {
  const result = modeBallotResult(running);
  const ballot: Ballot = { ...withoutRequest(running), state: 'closed', closedAt: at, result };
  const { key } = ballot;
  const closed = withBallot(change, ballot);
  const { verdict, reason, explanation } = result;
  const counted = { name: 'vote.result', at, data: { vote: key, verdict, reason }, explanation } as const;
  if (verdict === 'no_quorum') return { change: become(closed, 'notice', at), consequences: [counted] };
  const data = { vote: key, reason };
  if (verdict === 'rejected') {
    const rejected = { name: 'mode_change.rejected', at, data, explanation } as const;
    return { change: become(closed, 'rejected', at), consequences: [counted, rejected] };
  }
  const adopted: ModeChange = { ...closed, adoption: { ballot: key, at, explanation } };
  const consent = needsConsent(change.rulebook.mode);
  const told = {
    name: 'mode_change.adopted',
    at,
    data: { vote: key, consentNeeded: consent },
    explanation: branch('mode_change.adopted', 'all', [explanation], { rule }),
  } as const;
  const after = consent ? become(adopted, 'awaiting_consent', at) : standStill(adopted, at);
  return { change: after, consequences: [counted, told] };
}
