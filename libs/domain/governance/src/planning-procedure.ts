import { type Instant, type MemberId, type OrganisationId, type SeatId } from '@tavolo/kernel';
import { type Ballot, type Elector, type FrozenText } from './ballot.js';
import { type Dissent } from './dissent.js';
import { type Explanation } from './explanation.js';
import { type JointSubmission, type NegotiatingMandate } from './negotiating-mandate.js';
import { type PlanningRulebook } from './rulebook.js';
import { type Sector } from './seat.js';

/** Domain.md 2.3, Planning. */
export const planningStages = [
  'draft',
  'submitted',
  'inadmissible',
  'negotiating',
  'settled',
  'ratifying',
  'voting',
  'on_hold',
  'mediation',
  'referred_back',
  'adopted',
  'awaiting_organ',
  'refused',
  'formalised',
  'under_review',
  'closed',
  'not_agreed',
] as const;
export type PlanningStage = (typeof planningStages)[number];

export interface Confirmation {
  readonly as: 'facilitator' | Sector;
  readonly by: MemberId;
  /** The text that was confirmed; a confirmation of another text counts for nothing. */
  readonly textHash: string;
  readonly at: Instant;
}

export interface Stand {
  readonly stand: 'consent' | 'stand_aside' | 'objection';
  readonly reason: string | null;
  /** The change that would meet an objection. */
  readonly change: string | null;
  readonly at: Instant;
  /** Who of the seat took it; absent where it was taken before this was kept. */
  readonly by?: MemberId;
}

/** A clause as it reads at one moment: base64 SHA-256 of its words. */
export interface ClauseWording {
  readonly id: string;
  readonly textHash: string;
}

/** What a party has said on one clause while the text is negotiated; a later one of the same party on the same clause replaces it. */
export interface ClauseStand extends Omit<Stand, 'by'> {
  /** From 1. */
  readonly round: number;
  readonly clause: string;
  /** The words on which it was taken: base64 SHA-256. When the clause reads differently, the stand is on earlier words. */
  readonly textHash: string;
  readonly party: Sector;
  readonly by: MemberId;
}

/** A round of negotiation that the facilitator has opened: the second or a later one, for the first begins with the negotiation. */
export interface NegotiationRound {
  readonly n: number;
  readonly openedAt: Instant;
  /** How the clauses read when it began. */
  readonly clauses: readonly ClauseWording[];
}

export interface ConsentRound {
  readonly n: number;
  readonly version: number;
  readonly electorate: readonly Elector[];
  readonly openedAt: Instant;
  readonly stands: Readonly<Record<string, Stand>>;
  readonly closedAt: Instant | null;
  /** `null` while open. */
  readonly outcome: {
    readonly verdict: 'adopted' | 'objections' | 'incomplete';
    readonly explanation: Explanation;
  } | null;
}

/** A member has left discussion and vote; her seat only with the last of those who sit there (domain.md 2.1, Conflict of interest). */
export interface Recusal {
  /** From which she acted. */
  readonly seat: SeatId;
  /** Who left; absent where it was declared before this was kept: then everybody of the seat has left. */
  readonly member?: MemberId;
  readonly reason: string;
  readonly at: Instant;
}

export interface Hold {
  readonly sector: Sector;
  /** `by`: who of the seat supports it; absent where it was kept before. */
  readonly supporters: readonly { readonly seat: SeatId; readonly at: Instant; readonly by?: MemberId }[];
  readonly reason: string;
  readonly declaredAt: Instant | null;
  readonly until: Instant | null;
}

/** Per clause: who does, who answers, who is consulted, who is informed (domain.md section 1, row 12). */
export interface Responsibility {
  readonly clause: string;
  readonly does: readonly OrganisationId[];
  readonly answers: OrganisationId | null;
  readonly consulted: readonly OrganisationId[];
  readonly informed: readonly OrganisationId[];
}

export const agreementKinds = [
  'planning_agreement',
  'convention',
  'protocol_of_understanding',
  'collaboration_pact',
  'special_consortium_agency',
] as const;
export type AgreementKind = (typeof agreementKinds)[number];

export interface Agreement {
  readonly kind: AgreementKind;
  readonly responsibilities: readonly Responsibility[];
  readonly commitments: readonly {
    readonly holder: OrganisationId;
    readonly what: string;
    readonly dueOn: string;
    readonly proof: string;
  }[];
  readonly measures: readonly { readonly what: string; readonly baseline: string; readonly target: string }[];
  readonly reviewOn: string;
  readonly at: Instant;
}

/** The planning procedure of one proposal: a plain JSON value, changed by `step` and `advance` alone. */
export interface PlanningProcedure {
  readonly mode: 'planning';
  readonly stage: PlanningStage;
  readonly since: Instant;
  /** When the stage ends or changes by itself; `null` when nothing is due. */
  readonly deadline: Instant | null;
  readonly rulebook: PlanningRulebook;
  readonly sponsors: readonly MemberId[];
  /** Frozen versions, oldest first. */
  readonly versions: readonly FrozenText[];
  readonly negotiationEnds: Instant | null;
  /** What the parties said clause by clause, in the order in which they said it; absent while nobody has. */
  readonly clauseStands?: readonly ClauseStand[];
  /** Rounds after the first; absent while there is none. */
  readonly negotiationRounds?: readonly NegotiationRound[];
  readonly confirmations: readonly Confirmation[];
  readonly ratification: {
    readonly sector: Sector;
    readonly requestedAt: Instant;
    /** Who asked; absent where it was asked before this was kept. */
    readonly requestedBy?: MemberId;
    readonly until: Instant;
  } | null;
  /** Parties whose bench has ratified the settled text; each is asked once for one text. */
  readonly ratified: readonly Sector[];
  readonly consentRounds: readonly ConsentRound[];
  readonly ballots: readonly Ballot[];
  readonly recusals: readonly Recusal[];
  readonly holds: readonly Hold[];
  readonly referredBack: number;
  /** True after mediation: the next ballot is the last one. */
  readonly lastBallot: boolean;
  readonly mediation: { readonly openedAt: Instant; readonly until: Instant } | null;
  readonly adoption: {
    readonly by: 'consent' | 'ballot';
    readonly version: number;
    readonly ballot: string | null;
    readonly at: Instant;
    readonly explanation: Explanation;
  } | null;
  readonly organ: {
    readonly requestedAt: Instant;
    readonly until: Instant;
    readonly answer: 'confirmed' | 'refused' | null;
    readonly reason: string | null;
  } | null;
  readonly agreement: Agreement | null;
  readonly dissents: readonly Dissent[];
  /** True while a text frozen before settlement may not be written on (domain.md 2.1, Frozen text); absent when it may. */
  readonly textFrozen?: true;
  /** Negotiating mandates that were put forward for the adopted text, oldest first; absent where there are none. */
  readonly mandates?: readonly NegotiatingMandate[];
  /** Tables to which the adopted text was handed as a joint proposal; absent where there are none. */
  readonly submissions?: readonly JointSubmission[];
  readonly closing: { readonly reason: string | null; readonly at: Instant } | null;
}
