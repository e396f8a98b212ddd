import { type Ballot } from '../ballot.js';
import { announcementRefused, newBallot, noQuorumAtOpening } from '../ballots/new-ballot.js';
import { runningBallot } from '../ballots/running-ballot.js';
import { secondCallTooEarly } from '../ballots/second-call.js';
import { latestVersion } from '../frozen-versions.js';
import { accepted, refused, type Rule } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { refusal } from '../refuse.js';
import { electorateOf } from '../seats-of.js';
import { enter, runningRound } from './stages.js';

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
  apply: (procedure, act, now) => {
    const text = latestVersion(procedure);
    if (!text) return refused(refusal('text_required', '2.1 Frozen text'));
    const unannounced = announcementRefused(procedure, act, now);
    if (unannounced) return refused(unannounced);
    const { rulebook, recusals } = procedure;
    const { decision, parties } = rulebook;
    const ballot: Ballot = {
      ...newBallot(procedure, { text, decision, parties, ...electorateOf(act.table, recusals) }, act, now),
      ...(consentLeftOut(procedure, text.version) ? { withoutConsentRound: true } : {}),
    };
    const why = noQuorumAtOpening(ballot);
    if (why) return refused(why);
    return accepted({ ...enter(procedure, 'voting', now, act.closesAt), ballots: [...procedure.ballots, ballot] });
  },
};

function consentLeftOut({ rulebook, consentRounds }: PlanningProcedure, version: number): boolean {
  return rulebook.decision.first === 'consent' && !consentRounds.some((round) => round.version === version);
}
