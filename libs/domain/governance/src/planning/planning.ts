import { attachDissent } from '../dissent.js';
import { type ModeProcedure } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { organConfirms, organRefuses } from './adoption.js';
import { closeProposal, openReview } from './afterwards.js';
import { castVote } from '../ballots/cast-vote.js';
import { planningDue, planningOnDue } from './clock.js';
import { closeBallot } from './close-ballot.js';
import { requestEarlyClosing } from '../ballots/early-closing.js';
import { endRound, giveConsent, openRound } from './consent.js';
import { planningExpectations } from './expectations.js';
import { formalise } from './formalisation.js';
import { supportHold } from './hold.js';
import { endMandate, proposeMandate, submitJointly, supportMandate } from './negotiating-mandate.js';
import { closeMediation } from './mediation.js';
import { openBallot } from './open-ballot.js';
import { giveRatification, refuseRatification, requestRatification } from './ratification.js';
import { recuse } from './recusal.js';
import { openNegotiationRound, stateStand } from './clause-stands.js';
import { confirmSettlement, settle, withdrawSettlement } from './settlement.js';
import { startPlanning } from './start.js';
import { declareInadmissible, openNegotiation, submit } from './submission.js';
import { freeze, reopen } from './text.js';
import { planningClockTransitions, planningTransitions } from './transitions.js';
import { planningWritingRefused } from './writing.js';

/** "A praxis of negotiation" as a procedure (domain.md 2.2 and 2.3, Planning). */
export const planning: ModeProcedure<PlanningProcedure> = {
  start: startPlanning,
  transitions: planningTransitions,
  clockTransitions: planningClockTransitions,
  rules: {
    'proposal.frozen': freeze,
    'negotiation.reopened': reopen,
    'proposal.submitted': submit,
    'proposal.declared_inadmissible': declareInadmissible,
    'negotiation.opened': openNegotiation,
    'negotiation_round.opened': openNegotiationRound,
    'stand.stated': stateStand,
    'settlement.confirmed': confirmSettlement,
    'settlement.withdrawn': withdrawSettlement,
    'proposal.settled': settle,
    'ratification.requested': requestRatification,
    'ratification.given': giveRatification,
    'ratification.refused': refuseRatification,
    'consent_round.opened': openRound,
    'consent.given': giveConsent,
    'consent_round.closed': endRound,
    'vote.opened': openBallot,
    'vote.cast': castVote,
    'ballot.early_closing_requested': requestEarlyClosing,
    'vote.closed': closeBallot,
    'seat.recused': recuse,
    'hold.supported': supportHold,
    'mediation.closed': closeMediation,
    'organ.confirmed': organConfirms,
    'organ.refused': organRefuses,
    'agreement.formalised': formalise,
    'negotiating_mandate.proposed': proposeMandate,
    'negotiating_mandate.supported': supportMandate,
    'negotiating_mandate.end_supported': endMandate,
    'joint_proposal.submitted': submitJointly,
    'review.opened': openReview,
    'proposal.closed': closeProposal,
    'dissent.attached': attachDissent,
  },
  parties: ({ rulebook }) => rulebook.parties,
  nextDue: planningDue,
  onDue: planningOnDue,
  expectations: planningExpectations,
  writingRefused: planningWritingRefused,
};
