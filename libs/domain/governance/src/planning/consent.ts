import { type Instant } from '@tavolo/kernel';
import { recusedRefusal } from '../ballots/leave-ballot.js';
import { runningBallot } from '../ballots/running-ballot.js';
import { latestVersion } from '../frozen-versions.js';
import { branch, numbersLeaf } from '../explain.js';
import { type Explanation } from '../explanation.js';
import { accepted, acceptedChange, refused, type Rule } from '../mode-procedure.js';
import { type ConsentRound, type PlanningProcedure, type Stand } from '../planning-procedure.js';
import { quorumOf } from '../quorum.js';
import { reasonMissing, refusal } from '../refuse.js';
import { electorateOf, isElector } from '../seats-of.js';
import { type Consequence } from '../procedure.js';
import { adopt } from './adoption.js';
import { objectionRefused } from './clause-stands.js';
import { enter, runningRound, withRound, type PlanningChange } from './stages.js';

const rule = '2.3 Consent round';

/** Rounds that ended with objections count against the rulebook's number of rounds; stopped and incomplete ones do not. */
const spentRounds = ({ consentRounds }: PlanningProcedure): number =>
  consentRounds.filter(({ outcome }) => outcome?.verdict === 'objections').length;

/** The facilitator asks for objections; possible where the rulebook offers consent first, and before the last ballot. */
export const openRound: Rule<PlanningProcedure, 'consent_round.opened'> = {
  guard: (procedure) => {
    const { rulebook, stage, lastBallot } = procedure;
    const { first } = rulebook.decision;
    if (first !== 'consent' || lastBallot) {
      return refusal('wrong_stage', 'decision.first', { stage, act: 'consent_round.opened', first });
    }
    if (runningRound(procedure) ?? runningBallot(procedure)) return refusal('already_done', rule);
    const max = rulebook.maxConsentRounds;
    return spentRounds(procedure) >= max ? refusal('already_done', 'maxConsentRounds', { max }) : null;
  },
  apply: (procedure, { table }, now) => {
    const { electorate } = electorateOf(table, procedure.recusals);
    const round: ConsentRound = {
      n: procedure.consentRounds.length + 1,
      version: latestVersion(procedure)?.version ?? 0,
      electorate,
      openedAt: now,
      stands: {},
      closedAt: null,
      outcome: null,
    };
    return accepted({ ...enter(procedure, 'voting', now), consentRounds: [...procedure.consentRounds, round] });
  },
};

/** One seat's stand; it may be changed while the round is open. With the stand of the last seat the round closes. */
export const giveConsent: Rule<PlanningProcedure, 'consent.given'> = {
  guard: (procedure, actor) => {
    const round = runningRound(procedure);
    if (!round) return refusal('wrong_stage', rule, { stage: procedure.stage, act: 'consent.given' });
    const why = recusedRefusal(procedure, actor);
    if (why) return why;
    return isElector(actor.seat, round.electorate) ? null : refusal('not_entitled', rule, { seat: String(actor.seat) });
  },
  apply: (procedure, { by, stand, reason, change }, now) => {
    const round = runningRound(procedure);
    if (!round || by.seat === null) return refused(refusal('not_entitled', rule));
    const why = objectionRefused({ stand, reason, change });
    if (why) return refused(why);
    const given: Stand = { stand, reason, change, at: now, by: by.member };
    return acceptedChange(
      closeWhenComplete(withRound(procedure, { ...round, stands: { ...round.stands, [by.seat]: given } }), now),
    );
  },
};

/**
 * The facilitator or the secretary ends the round: it adopts without objection and with the quorum of those who took a stand. While seats
 * have not taken theirs, ending it needs a written reason (domain.md 2.1, Written reasons: early closing).
 */
export const endRound: Rule<PlanningProcedure, 'consent_round.closed'> = {
  guard: (procedure) =>
    runningRound(procedure)
      ? null
      : refusal('wrong_stage', rule, { stage: procedure.stage, act: 'consent_round.closed' }),
  apply: (procedure, { reason }, now) => {
    const round = runningRound(procedure);
    if (!round) return accepted(procedure);
    const why = standsMissing(round) > 0 ? reasonMissing(reason, '2.1 Written reasons') : null;
    return why ? refused(why) : acceptedChange(closeRound(procedure, round, now, 'act'));
  },
};

/** Seats of a round that have not taken a stand. */
export const standsMissing = ({ electorate, stands }: ConsentRound): number =>
  electorate.filter(({ seat }) => stands[seat] === undefined).length;

/** Closes the open round when every seat of its electorate has taken a stand. */
export function closeWhenComplete(procedure: PlanningProcedure, at: Instant): PlanningChange {
  const round = runningRound(procedure);
  return round && standsMissing(round) === 0 && round.electorate.length > 0
    ? closeRound(procedure, round, at, 'complete')
    : { procedure, consequences: [] };
}

/**
 * Ends a round. `act`: someone has closed it, and that act is what is recorded; `complete`: the last stand was given; `stopped`: it ends
 * without an outcome.
 */
export function closeRound(
  procedure: PlanningProcedure,
  round: ConsentRound,
  at: Instant,
  how: 'act' | 'complete' | 'stopped',
): PlanningChange {
  const explanation = explain(procedure, round);
  const verdict = how === 'stopped' ? 'incomplete' : verdictOf(round, explanation);
  const closed = withRound(procedure, { ...round, closedAt: at, outcome: { verdict, explanation } });
  const consequence: Consequence = {
    name: 'consent_round.closed',
    at,
    data: { round: round.n, version: round.version, verdict, ...standCounts(round) },
    explanation,
  };
  const consequences = how === 'act' ? [] : [consequence];
  if (verdict !== 'adopted') return { procedure: closed, consequences };
  const adopted = adopt(closed, { by: 'consent', version: round.version, ballot: null, at, explanation });
  return { procedure: adopted.procedure, consequences: [...consequences, ...adopted.consequences] };
}

function explain({ rulebook }: PlanningProcedure, round: ConsentRound): Explanation {
  const { consent, standAside, objections } = standCounts(round);
  const present = round.electorate.filter(({ seat }) => round.stands[seat]).map(({ seat }) => seat);
  const { quorum, parties } = rulebook;
  const presence = quorumOf({ rule: quorum, call: 1, parties, electorate: round.electorate, present });
  return branch(
    'consent',
    'all',
    [
      numbersLeaf('consent.objections', objections, 'atMost', 0, { rule: 'decision.first' }),
      branch('consent.complete', 'all', [presence.explanation], {
        values: { given: present.length, eligible: round.electorate.length },
      }),
    ],
    { rule: 'decision.first', values: { round: round.n, version: round.version, consent, standAside, objections } },
  );
}

function verdictOf(round: ConsentRound, explanation: Explanation): 'adopted' | 'objections' | 'incomplete' {
  if (standCounts(round).objections > 0) return 'objections';
  return explanation.held ? 'adopted' : 'incomplete';
}

function standCounts(round: ConsentRound): { consent: number; standAside: number; objections: number } {
  const stands = round.electorate.flatMap(({ seat }) => round.stands[seat]?.stand ?? []);
  const of = (stand: Stand['stand']): number => stands.filter((one) => one === stand).length;
  return { consent: of('consent'), standAside: of('stand_aside'), objections: of('objection') };
}
