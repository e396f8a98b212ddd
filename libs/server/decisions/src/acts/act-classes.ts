import { ProposeModeChange } from '../mode-changes/propose-mode-change.act.js';
import { DeclareEmergency } from '../mode-changes/declare-emergency.act.js';
import { SupportModeChange } from '../mode-changes/support-mode-change.act.js';
import { WithdrawModeChange } from '../mode-changes/withdraw-mode-change.act.js';
import { OpenModeBallot } from '../mode-changes/open-mode-ballot.act.js';
import { CastModeVote } from '../mode-changes/cast-mode-vote.act.js';
import { RequestModeClosing } from '../mode-changes/request-mode-closing.act.js';
import { CloseModeBallot } from '../mode-changes/close-mode-ballot.act.js';
import { ConsentToModeChange } from '../mode-changes/consent-to-mode-change.act.js';
import { RefuseModeChange } from '../mode-changes/refuse-mode-change.act.js';
import {
  AcceptAmendment,
  ProposeAmendment,
  RejectAmendment,
  RetitleProposal,
  TranslateVersion,
  WithdrawAmendment,
} from '@tavolo/server-proposals';
import { AnnounceRevocation } from '../auto-administration/announce-revocation.act.js';
import { AnswerReturn } from '../auto-administration/answer-return.act.js';
import { CallInDecision } from '../auto-administration/call-in-decision.act.js';
import { GrantMandate } from '../auto-administration/grant-mandate.act.js';
import { InsistOnDecision } from '../auto-administration/insist-on-decision.act.js';
import { NoteDecision } from '../auto-administration/note-decision.act.js';
import { ProposeMandate } from '../auto-administration/propose-mandate.act.js';
import { RecordHearing } from '../auto-administration/record-hearing.act.js';
import { ReopenDecision } from '../auto-administration/reopen-decision.act.js';
import { ReportMandate } from '../auto-administration/report-mandate.act.js';
import { ResumeMandate } from '../auto-administration/resume-mandate.act.js';
import { RevokeMandate } from '../auto-administration/revoke-mandate.act.js';
import { RuleOnCallIn } from '../auto-administration/rule-on-call-in.act.js';
import { SubmitDecision } from '../auto-administration/submit-decision.act.js';
import { SuspendMandate } from '../auto-administration/suspend-mandate.act.js';
import { WithdrawDecision } from '../auto-administration/withdraw-decision.act.js';
import { WithdrawRevocation } from '../auto-administration/withdraw-revocation.act.js';
import { AcceptCharterAmendment } from '../auto-regulation/accept-charter-amendment.act.js';
import { AnnounceWithdrawal } from '../auto-regulation/announce-withdrawal.act.js';
import { AssignCharterCommitment } from '../auto-regulation/assign-charter-commitment.act.js';
import { ConsentToDraft } from '../auto-regulation/consent-to-draft.act.js';
import { DeclineCharter } from '../auto-regulation/decline-charter.act.js';
import { DropCharterAmendment } from '../auto-regulation/drop-charter-amendment.act.js';
import { ExtendSigning } from '../auto-regulation/extend-signing.act.js';
import { InviteSubjects } from '../auto-regulation/invite-subjects.act.js';
import { JoinDrafting } from '../auto-regulation/join-drafting.act.js';
import { LeaveCharter } from '../auto-regulation/leave-charter.act.js';
import { OpenSigning } from '../auto-regulation/open-signing.act.js';
import { PublishFinding } from '../auto-regulation/publish-finding.act.js';
import { RaiseBreach } from '../auto-regulation/raise-breach.act.js';
import { ReopenDrafting } from '../auto-regulation/reopen-drafting.act.js';
import { ReviewCharter } from '../auto-regulation/review-charter.act.js';
import { SignCharter } from '../auto-regulation/sign-charter.act.js';
import { SupportExclusion } from '../auto-regulation/support-exclusion.act.js';
import { DeclareInterest } from '../consultation/declare-interest.act.js';
import { FollowUpConsultation } from '../consultation/follow-up-consultation.act.js';
import { OpenConsultation } from '../consultation/open-consultation.act.js';
import { PublishReply } from '../consultation/publish-reply.act.js';
import { RecordDecision } from '../consultation/record-decision.act.js';
import { SubmitAssessment } from '../consultation/submit-assessment.act.js';
import { WithdrawConsultation } from '../consultation/withdraw-consultation.act.js';
import { AttachDissent } from '../planning/attach-dissent.act.js';
import { CastVote } from '../planning/cast-vote.act.js';
import { CloseBallot } from '../planning/close-ballot.act.js';
import { CloseConsentRound } from '../planning/close-consent-round.act.js';
import { CloseMediation } from '../planning/close-mediation.act.js';
import { CloseProposal } from '../planning/close-proposal.act.js';
import { ConfirmAsOrgan } from '../planning/confirm-as-organ.act.js';
import { ConfirmSettlement } from '../planning/confirm-settlement.act.js';
import { DeclareInadmissible } from '../planning/declare-inadmissible.act.js';
import { EndNegotiatingMandate } from '../planning/end-negotiating-mandate.act.js';
import { FormaliseAgreement } from '../planning/formalise-agreement.act.js';
import { FreezeText } from '../planning/freeze-text.act.js';
import { GiveConsent } from '../planning/give-consent.act.js';
import { GiveRatification } from '../planning/give-ratification.act.js';
import { OpenBallot } from '../planning/open-ballot.act.js';
import { OpenConsentRound } from '../planning/open-consent-round.act.js';
import { OpenNegotiation } from '../planning/open-negotiation.act.js';
import { OpenNegotiationRound } from '../planning/open-negotiation-round.act.js';
import { OpenReview } from '../planning/open-review.act.js';
import { ProposeNegotiatingMandate } from '../planning/propose-negotiating-mandate.act.js';
import { RecuseSeat } from '../planning/recuse-seat.act.js';
import { RefuseAsOrgan } from '../planning/refuse-as-organ.act.js';
import { RefuseRatification } from '../planning/refuse-ratification.act.js';
import { ReopenNegotiation } from '../planning/reopen-negotiation.act.js';
import { RequestEarlyClosing } from '../planning/request-early-closing.act.js';
import { RequestRatification } from '../planning/request-ratification.act.js';
import { StateStand } from '../planning/state-stand.act.js';
import { SubmitJointly } from '../planning/submit-jointly.act.js';
import { SubmitProposal } from '../planning/submit-proposal.act.js';
import { SupportNegotiatingMandate } from '../planning/support-negotiating-mandate.act.js';
import { SupportHold } from '../planning/support-hold.act.js';
import { WithdrawSettlement } from '../planning/withdraw-settlement.act.js';

/** Acts on the text, which the context of proposals owns. */
export const textActClasses = [
  RetitleProposal,
  ProposeAmendment,
  AcceptAmendment,
  RejectAmendment,
  WithdrawAmendment,
  TranslateVersion,
];

/** Acts that decide. */
export const decisionActClasses = [
  SubmitProposal,
  DeclareInadmissible,
  OpenNegotiation,
  OpenNegotiationRound,
  StateStand,
  ConfirmSettlement,
  WithdrawSettlement,
  FreezeText,
  ReopenNegotiation,
  RequestRatification,
  GiveRatification,
  RefuseRatification,
  OpenConsentRound,
  GiveConsent,
  CloseConsentRound,
  RecuseSeat,
  OpenBallot,
  CastVote,
  RequestEarlyClosing,
  CloseBallot,
  SupportHold,
  CloseMediation,
  ConfirmAsOrgan,
  RefuseAsOrgan,
  FormaliseAgreement,
  ProposeNegotiatingMandate,
  SupportNegotiatingMandate,
  EndNegotiatingMandate,
  SubmitJointly,
  OpenReview,
  CloseProposal,
  AttachDissent,
  OpenConsultation,
  DeclareInterest,
  SubmitAssessment,
  PublishReply,
  RecordDecision,
  FollowUpConsultation,
  WithdrawConsultation,
  InviteSubjects,
  JoinDrafting,
  ConsentToDraft,
  ReopenDrafting,
  OpenSigning,
  ExtendSigning,
  SignCharter,
  DeclineCharter,
  AnnounceWithdrawal,
  AcceptCharterAmendment,
  DropCharterAmendment,
  LeaveCharter,
  RaiseBreach,
  PublishFinding,
  SupportExclusion,
  AssignCharterCommitment,
  ReviewCharter,
  SubmitDecision,
  ReopenDecision,
  WithdrawDecision,
  CallInDecision,
  InsistOnDecision,
  RuleOnCallIn,
  NoteDecision,
  AnswerReturn,
];

/** Acts on mandates. */
export const mandateActClasses = [
  ProposeMandate,
  GrantMandate,
  ReportMandate,
  SuspendMandate,
  ResumeMandate,
  AnnounceRevocation,
  RecordHearing,
  WithdrawRevocation,
  RevokeMandate,
];

/** Acts on changes of mode. */
export const modeChangeActClasses = [
  ProposeModeChange,
  DeclareEmergency,
  SupportModeChange,
  WithdrawModeChange,
  OpenModeBallot,
  CastModeVote,
  RequestModeClosing,
  CloseModeBallot,
  ConsentToModeChange,
  RefuseModeChange,
];
