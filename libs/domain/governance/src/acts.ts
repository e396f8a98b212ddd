import { type Instant, type SeatId } from '@tavolo/kernel';
import { type DecisionTerms } from './auto-administration-procedure.js';
import { type Choice, type FrozenText } from './ballot.js';
import { type Reservation } from './auto-regulation-procedure.js';
import { type InstitutionalDecision, type Position, type ReplyOutcome } from './consultation-procedure.js';
import { type MandateStanding } from './mandate.js';
import { type NegotiatingMandate } from './negotiating-mandate.js';
import { type Agreement, type ClauseStand, type ClauseWording, type Stand } from './planning-procedure.js';
import { type Sector } from './seat.js';

/** What the acts carry. Texts are what the actor wrote; ids and keys are given by the server; frozen texts come from the document. */
export interface ActPayloads {
  // both
  'proposal.frozen': { readonly text: FrozenText };
  'seat.recused': { readonly reason: string };
  'dissent.attached': { readonly text: string };
  // planning
  'proposal.submitted': object;
  'proposal.declared_inadmissible': { readonly reason: string };
  'negotiation.opened': object;
  /** `clauses`: how each clause reads when the round begins, in its order. */
  'negotiation_round.opened': { readonly clauses: readonly ClauseWording[] };
  /** `textHash`: how the clause reads, as whoever states the stand has seen it. */
  'stand.stated': Pick<ClauseStand, 'clause' | 'textHash' | 'stand' | 'reason' | 'change'>;
  'settlement.confirmed': { readonly textHash: string };
  'settlement.withdrawn': object;
  'proposal.settled': { readonly text: FrozenText };
  'ratification.requested': { readonly sector: Sector };
  'ratification.given': object;
  'ratification.refused': { readonly reason: string };
  'consent_round.opened': object;
  'consent.given': Pick<Stand, 'stand' | 'reason' | 'change'>;
  'consent_round.closed': { readonly reason: string | null };
  'vote.opened': {
    readonly key: string;
    readonly closesAt: Instant | null;
    readonly presence: readonly SeatId[] | null;
    /** The mandate as it stands, under auto-administration. */
    readonly mandate?: MandateStanding;
  };
  'vote.cast': { readonly ballot: string; readonly choice: Choice };
  'ballot.early_closing_requested': { readonly ballot: string; readonly reason: string };
  'vote.closed': { readonly ballot: string; readonly reason: string | null };
  'hold.supported': { readonly reason: string };
  'mediation.closed': { readonly reason: string | null };
  'negotiation.reopened': object;
  'organ.confirmed': { readonly reason: string | null };
  'organ.refused': { readonly reason: string };
  'agreement.formalised': Omit<Agreement, 'at'>;
  'review.opened': object;
  'proposal.closed': { readonly reason: string | null };
  // in the room of a bench or coalition
  'negotiating_mandate.proposed': Pick<NegotiatingMandate, 'spokesperson' | 'deputy' | 'may' | 'mayNot' | 'until'>;
  'negotiating_mandate.supported': { readonly mandate: number };
  'negotiating_mandate.end_supported': { readonly mandate: number; readonly reason: string };
  /** `receiver`: key of the table that gets the text; `proposal`: its key there. */
  'joint_proposal.submitted': { readonly receiver: string; readonly proposal: string };
  // consultation
  'consultation.opened': { readonly closesOn: string; readonly urgentReason: string | null; readonly text: FrozenText };
  'interest.declared': { readonly interest: string };
  'assessment.submitted': {
    readonly key: string;
    readonly position: Position;
    readonly clause: string | null;
    readonly reason: string | null;
    readonly condition: string | null;
  };
  'reply.published': {
    readonly key: string;
    readonly assessments: readonly string[];
    readonly outcome: ReplyOutcome;
    readonly reason: string | null;
  };
  'decision.recorded': {
    readonly outcome: InstitutionalDecision;
    readonly statement: string | null;
    readonly version: number | null;
  };
  'consultation.followed_up': { readonly text: string };
  'consultation.withdrawn': { readonly reason: string };
  // auto-regulation; a subject is an organisation or an independent seat
  'charter.invited': object;
  'drafting.joined': object;
  'drafting.consented': { readonly textHash: string };
  'drafting.reopened': object;
  'signing.opened': object;
  'signing.extended': { readonly reason: string };
  'charter.signed': { readonly subject: string; readonly reservations: readonly Reservation[] };
  'charter.declined': { readonly subject: string; readonly reason: string };
  'withdrawal.announced': { readonly subject: string; readonly reason: string };
  'charter.amendment_accepted': { readonly subject: string };
  'charter.amendment_dropped': { readonly reason: string };
  'charter.left': { readonly subject: string; readonly reason: string };
  'breach.raised': { readonly subject: string; readonly reason: string };
  'breach.found': { readonly breach: number; readonly finding: string };
  'exclusion.supported': { readonly breach: number };
  'charter.commitment_assigned': {
    readonly holder: string;
    readonly clause: string;
    readonly what: string;
    readonly dueOn: string;
  };
  'charter.reviewed': { readonly text: string };
  // auto-administration; what is granted stands in the mandate, which the acts that decide are told of
  'decision.submitted': { readonly terms: DecisionTerms; readonly text: FrozenText; readonly mandate: MandateStanding };
  'decision.reopened': object;
  'decision.withdrawn': { readonly reason: string };
  /** `ground` is what was said, one of `callInGrounds` or not: whatever is not one of them is refused. */
  'decision.called_in': { readonly ground: string; readonly reason: string };
  'decision.insisted': { readonly reason: string };
  'call_in.ruled': { readonly upheld: boolean; readonly reason: string };
  'decision.noted': { readonly text: string };
  'decision.reported': { readonly report: number };
  'institution.answered': { readonly outcome: 'adopted' | 'not_adopted'; readonly reason: string };
}

/** Acts of people on a procedure. */
export type ProcedureActName = keyof ActPayloads;

/** What follows by itself, from other acts or from the clock, and is recorded in the system's name. */
export type ConsequenceName =
  | 'proposal.settled'
  | 'ratification.refused'
  | 'consent_round.closed'
  | 'vote.suspended'
  | 'vote.resumed'
  | 'vote.voided'
  | 'vote.closed'
  | 'vote.result'
  | 'hold.declared'
  | 'mediation.opened'
  | 'mediation.closed'
  | 'proposal.referred_back'
  | 'proposal.adopted'
  | 'proposal.not_agreed'
  | 'organ.requested'
  | 'negotiating_mandate.given'
  | 'negotiating_mandate.ended'
  | 'consultation.extended'
  | 'consultation.closed'
  | 'consultation.overdue'
  | 'consultation.lapsed'
  | 'charter.entered_into_force'
  | 'charter.not_in_force'
  | 'charter.at_risk'
  | 'charter.recovered'
  | 'charter.lapsed'
  | 'charter.amended'
  | 'withdrawal.took_effect'
  | 'signatory.excluded'
  | 'scope_check.passed'
  | 'decision.blocked'
  | 'decision.adopted'
  | 'decision.returned'
  | 'decision.took_effect';
