import { plusDays, localDateOf, plusMillis, startOfDay, type Instant } from '@tavolo/kernel';
import { type Ballot } from '../ballot.js';
import { accepted, refused, type Rule } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { quorumOf } from '../quorum.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { electorateOf } from '../seats-of.js';
import { quorumOfBallot } from '../tally-ballot.js';
import { enter, latestVersion, runningBallot, runningRound } from './stages.js';

/**
 * The facilitator or the secretary puts the settled version to the vote. Rules, electorate and the hash of the text are copied in. Where
 * the rulebook offers consent first, a consent round is offered and may be left out; the ballot then says so (`withoutConsentRound`).
 */
export const openBallot: Rule<PlanningProcedure, 'vote.opened'> = {
  guard: (procedure, _actor, _table, now) => {
    const open = runningBallot(procedure)?.key ?? (runningRound(procedure) ? 'consent_round' : null);
    if (open !== null) return refusal('already_done', '2.1 Ballots', { open });
    return secondCallTooEarly(procedure, now);
  },
  apply: (procedure, { key, closesAt, presence, table }, now) => {
    const text = latestVersion(procedure);
    if (!text) return refused(refusal('text_required', '2.1 Frozen text'));
    if (procedure.ballots.some((one) => one.key === key))
      return refused(refusal('already_done', '2.1 Ballots', { open: key }));
    const range = closingTimes(now);
    if (closesAt !== null && (closesAt < range.from || closesAt > range.until)) {
      return refused(refusal('closing_time_out_of_range', '2.1 Ballots', { ...range }));
    }
    const { rulebook, recusals } = procedure;
    const ballot: Ballot = {
      key,
      call: nextCall(procedure),
      version: text.version,
      textHash: text.textHash,
      rulebook: { key: rulebook.key, version: rulebook.version },
      quorum: rulebook.quorum,
      decision: rulebook.decision,
      ...(rulebook.conditions ? { conditions: rulebook.conditions } : {}),
      parties: rulebook.parties,
      ...electorateOf(table, recusals),
      openedAt: now,
      closesAt,
      presence,
      votes: {},
      state: 'open',
      closedAt: null,
      result: null,
      ...(consentLeftOut(procedure, text.version) ? { withoutConsentRound: true } : {}),
    };
    const why = noQuorumAtOpening(ballot);
    if (why) return refused(why);
    return accepted({ ...enter(procedure, 'voting', now, closesAt), ballots: [...procedure.ballots, ballot] });
  },
};

const hour = 3_600_000;

/**
 * When a ballot that is opened at `now` may close by itself: at least one hour ahead, so that nobody is voted out by surprise, and at most
 * 365 days, beyond which a date is a slip of the keyboard.
 */
export const closingTimes = (now: Instant): { readonly from: Instant; readonly until: Instant } => ({
  from: plusMillis(now, hour),
  until: plusMillis(now, 365 * 24 * hour),
});

/** The latest ballot of the present version, if it ended without quorum. */
export function failedBallot(procedure: PlanningProcedure): Ballot | null {
  const latest = procedure.ballots.filter(({ state }) => state === 'closed').at(-1);
  const failed = latest?.result?.verdict === 'no_quorum' && latest.version === latestVersion(procedure)?.version;
  return failed ? latest : null;
}

/** A ballot after one without quorum is on second call, where the rulebook has one (domain.md 2.1, Quorum). */
const nextCall = (procedure: PlanningProcedure): 1 | 2 =>
  failedBallot(procedure) && procedure.rulebook.quorum.secondCall ? 2 : 1;

/** The first moment of the second call: so many days after the ballot that had no quorum; `null` when none is to come. */
export function secondCallFrom(procedure: PlanningProcedure): Instant | null {
  const failed = failedBallot(procedure);
  const { quorum, zone } = procedure.rulebook;
  if (!failed?.closedAt || !quorum.secondCall) return null;
  return startOfDay(plusDays(localDateOf(failed.closedAt, zone), quorum.secondCall.afterDays), zone);
}

function secondCallTooEarly(procedure: PlanningProcedure, now: Instant): Refusal | null {
  const from = secondCallFrom(procedure);
  return from !== null && now < from ? refusal('too_early', 'quorum.secondCall.afterDays', { from }) : null;
}

function consentLeftOut({ rulebook, consentRounds }: PlanningProcedure, version: number): boolean {
  return rulebook.decision.first === 'consent' && !consentRounds.some((round) => round.version === version);
}

/** Outside a meeting only a quorum that nobody could ever reach refuses the opening: a party without any eligible seat. */
function noQuorumAtOpening(ballot: Ballot): Refusal | null {
  const quorum = ballot.presence
    ? quorumOfBallot(ballot)
    : quorumOf({
        rule: ballot.quorum,
        call: ballot.call,
        parties: ballot.parties,
        electorate: ballot.electorate,
        present: ballot.electorate.map(({ seat }) => seat),
      });
  return quorum.held ? null : refusal('no_quorum', 'quorum', {}, quorum.explanation);
}
