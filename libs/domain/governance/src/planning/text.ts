import { type Instant } from '@tavolo/kernel';
import { runningBallot } from '../ballots/running-ballot.js';
import { versionRefused, withVersion } from '../frozen-versions.js';
import { accepted, acceptedChange, inOrder, refused, type Rule } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { closeRound } from './consent.js';
import { voidBallot } from '../ballots/end-ballot.js';
import { enter, runningRound, type PlanningChange } from './stages.js';

/** After mediation the last ballot is held on the text as it is (domain.md 2.2, If it fails). */
const lastBallotOnly = ({ lastBallot, stage }: PlanningProcedure): Refusal | null =>
  lastBallot && (stage === 'settled' || stage === 'voting')
    ? refusal('wrong_stage', '2.2 If it fails', { stage, act: 'vote.opened' })
    : null;

/**
 * A version is frozen. Writing stops until it is opened again; a change of a settled text goes back to negotiation and voids what was open
 * on the old version (domain.md 2.1, Frozen text).
 */
export const freeze: Rule<PlanningProcedure, 'proposal.frozen'> = {
  guard: lastBallotOnly,
  apply: (procedure, { text }, now) => {
    const why = versionRefused(procedure.versions, text);
    if (why) return refused(why);
    const versions = withVersion(procedure.versions, text);
    const frozen: PlanningProcedure = { ...procedure, versions, textFrozen: true };
    if (procedure.stage !== 'settled' && procedure.stage !== 'voting') return accepted(frozen);
    if (versions === procedure.versions) {
      return refused(refusal('already_done', '2.1 Frozen text', { version: text.version }));
    }
    return acceptedChange(
      inOrder(
        frozen,
        (current) => stopDecision(current, now, 'new_version'),
        (current) => ({ procedure: { ...backToNegotiation(current, now), textFrozen: true }, consequences: [] }),
      ),
    );
  },
};

/** The text is opened for writing again; confirmations of the old one count for nothing. */
export const reopen: Rule<PlanningProcedure, 'negotiation.reopened'> = {
  guard: (procedure) => {
    const { stage, textFrozen } = procedure;
    if ((stage === 'draft' || stage === 'negotiating') && !textFrozen)
      return refusal('already_done', '2.1 Frozen text');
    const open = runningBallot(procedure)?.key ?? (runningRound(procedure) ? 'consent_round' : null);
    if (open !== null) return refusal('wrong_stage', '2.1 Frozen text', { stage, act: 'negotiation.reopened', open });
    return lastBallotOnly(procedure);
  },
  apply: (procedure, _act, now) =>
    accepted(
      procedure.stage === 'draft'
        ? writable(procedure)
        : writable({ ...backToNegotiation(procedure, now), since: now }),
    ),
};

/** The procedure with its text open for writing. */
export function writable({ textFrozen: _frozen, ...procedure }: PlanningProcedure): PlanningProcedure {
  return procedure;
}

/** Negotiating again within the time that was set when negotiation was first opened. */
export const backToNegotiation = (procedure: PlanningProcedure, at: Instant): PlanningProcedure =>
  enter(
    { ...procedure, confirmations: [], ratification: null, ratified: [] },
    'negotiating',
    at,
    procedure.negotiationEnds,
  );

/** Voids the open ballot and ends the open consent round without an outcome. */
export function stopDecision(
  procedure: PlanningProcedure,
  at: Instant,
  reason: 'new_version' | 'hold',
): PlanningChange {
  const ballot = runningBallot(procedure);
  const round = runningRound(procedure);
  return inOrder(
    procedure,
    (current) => (ballot ? voidBallot(current, ballot, at, reason) : { procedure: current, consequences: [] }),
    (current) => (round ? closeRound(current, round, at, 'stopped') : { procedure: current, consequences: [] }),
  );
}
