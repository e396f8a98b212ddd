import {
  agreementKinds,
  choices,
  expenseTypes,
  institutionalDecisions,
  positions,
  replyOutcomes,
  sectors,
  type Procedure,
} from '@tavolo/governance';
import { z } from 'zod';
import { route } from './route.js';
import {
  centsSchema,
  instantSchema,
  keySchema,
  languageSchema,
  lineSchema,
  localDateSchema,
  meAtTableSchema,
  organisationViewSchema,
  proposalParams,
  reasonSchema,
  seatViewSchema,
  tableParams,
  tableRoleSchema,
  memberViewSchema,
  textSchema,
  visibleTextSchema,
  wordsSchema,
} from './shared.js';
import { modeSchema, proposalSummarySchema } from './tables.js';

/** The procedure value itself (@tavolo/governance): clients compute what is possible and expected with the same code as the server. */
export const procedureSchema = z
  .custom<Procedure>((value) => typeof value === 'object' && value !== null)
  .meta({ type: 'object', description: 'Procedure as a value; see docs/architecture.md' });

export const titleSchema = lineSchema(3, 200);

/** A clause as plain words, for reading, comparing and listing; the live text is the shared document. */
export const clauseViewSchema = z.object({ id: z.string(), number: z.int(), text: wordsSchema, blocks: z.json() });

export const versionViewSchema = z.object({
  n: z.int(),
  frozenAt: instantSchema,
  /** Pseudonyms of those who wrote in it. */
  by: z.array(z.string()),
  textHash: z.string(),
  stateHash: z.string(),
  clauses: z.array(clauseViewSchema),
});
export type VersionView = z.infer<typeof versionViewSchema>;

export const amendmentViewSchema = z.object({
  key: z.string(),
  version: z.int(),
  clause: z.string().nullable(),
  by: z.string(),
  /** In a consultation an amendment of others is a suggestion, which must be answered. */
  kind: z.enum(['friendly', 'contested', 'suggestion']),
  text: wordsSchema,
  outcome: z.enum(['open', 'accepted', 'rejected', 'withdrawn']),
  reason: wordsSchema.nullable(),
  at: instantSchema,
});
export type AmendmentView = z.infer<typeof amendmentViewSchema>;

export const proposalViewSchema = proposalSummarySchema.extend({
  table: z.object({ key: z.string(), name: wordsSchema, mode: modeSchema, visibility: z.enum(['public', 'members']) }),
  sponsors: z.array(z.string()),
  procedure: procedureSchema,
  seats: z.array(seatViewSchema),
  roles: z.array(z.object({ role: tableRoleSchema, holder: memberViewSchema })),
  me: meAtTableSchema,
  /** Members who are neither seat holders, deputies nor role holders any more, by pseudonym. */
  formerMembers: z.array(memberViewSchema),
  /** Organisations that the procedure names and that have no seat at the table. */
  organisations: z.array(organisationViewSchema),
  /** Whose joint proposal it is; absent where it is none. */
  jointly: z.array(organisationViewSchema).optional(),
  versions: z.array(versionViewSchema),
  amendments: z.array(amendmentViewSchema),
  document: z.object({
    id: z.string(),
    language: languageSchema,
    right: z.enum(['none', 'read', 'write']),
    frozen: z.boolean(),
  }),
  /** Version of the proposal's stream; sent back with facts. */
  revision: z.int(),
  now: instantSchema,
});
export type ProposalView = z.infer<typeof proposalViewSchema>;

/** Words without which the act says nothing. */
const writtenSchema = visibleTextSchema(4000);
const nothing = z.object({});
const reason = z.object({ reason: reasonSchema });
const optionalReason = z.object({ reason: reasonSchema.nullable().default(null) });
const clauseId = z.string().min(1).max(60);
const organisation = z.string().max(64);
/** Pseudonym of somebody at the table. */
const memberId = z.string().min(1).max(64);
/** Who signs for itself: an organisation, or an independent seat. */
const subject = z.string().min(1).max(64);
const ofSubject = reason.extend({ subject });

/** Bodies of the acts on a proposal: `POST /proposals/{proposal}/acts/{act}`. What is frozen, numbered or hashed is never taken from the client. */
export const proposalActBodies = {
  'proposal.retitled': z.object({ title: titleSchema }),
  'proposal.frozen': nothing,
  'proposal.submitted': nothing,
  'proposal.declared_inadmissible': reason,
  'negotiation.opened': nothing,
  'negotiation_round.opened': nothing,
  /** `textHash`: base64 SHA-256 of the words of the clause as they were read. */
  'stand.stated': z.object({
    clause: clauseId,
    textHash: z.string().min(1).max(100),
    stand: z.enum(['consent', 'stand_aside', 'objection']),
    reason: reasonSchema.nullable().default(null),
    change: reasonSchema.nullable().default(null),
  }),
  'settlement.confirmed': z.object({ textHash: z.string().max(100) }),
  'settlement.withdrawn': nothing,
  'ratification.requested': z.object({ sector: z.enum(sectors) }),
  'ratification.given': nothing,
  'ratification.refused': reason,
  'consent_round.opened': nothing,
  'consent.given': z.object({
    stand: z.enum(['consent', 'stand_aside', 'objection']),
    reason: reasonSchema.nullable().default(null),
    change: reasonSchema.nullable().default(null),
  }),
  'consent_round.closed': optionalReason,
  'seat.recused': reason,
  'vote.opened': z.object({ closesAt: instantSchema.nullable().default(null) }),
  'vote.cast': z.object({ ballot: keySchema, choice: z.enum(choices) }),
  'ballot.early_closing_requested': z.object({ ballot: keySchema, reason: reasonSchema }),
  'vote.closed': z.object({ ballot: keySchema, reason: reasonSchema.nullable().default(null) }),
  'hold.supported': reason,
  'mediation.closed': optionalReason,
  'negotiation.reopened': nothing,
  'organ.confirmed': optionalReason,
  'organ.refused': reason,
  'agreement.formalised': z.object({
    kind: z.enum(agreementKinds),
    responsibilities: z
      .array(
        z.object({
          clause: clauseId,
          does: z.array(organisation),
          answers: organisation.nullable(),
          consulted: z.array(organisation),
          informed: z.array(organisation),
        }),
      )
      .max(200),
    commitments: z
      .array(
        z.object({
          holder: organisation,
          what: visibleTextSchema(500),
          dueOn: localDateSchema,
          proof: textSchema(500),
        }),
      )
      .max(200),
    measures: z
      .array(
        z.object({
          what: visibleTextSchema(300),
          baseline: textSchema(100),
          target: visibleTextSchema(100),
        }),
      )
      .max(100),
    reviewOn: localDateSchema,
  }),
  'negotiating_mandate.proposed': z.object({
    spokesperson: memberId,
    deputy: memberId.nullable().default(null),
    may: writtenSchema,
    mayNot: writtenSchema,
    /** Last local day on which it holds. */
    until: localDateSchema,
  }),
  'negotiating_mandate.supported': z.object({ mandate: z.int().min(1) }),
  'negotiating_mandate.end_supported': reason.extend({ mandate: z.int().min(1) }),
  /** `receiver`: the table that gets the text; without a title it keeps its own. */
  'joint_proposal.submitted': z.object({ receiver: keySchema, title: titleSchema.nullable().default(null) }),
  'review.opened': nothing,
  'proposal.closed': optionalReason,
  'dissent.attached': z.object({ text: writtenSchema }),
  'amendment.proposed': z.object({
    clause: clauseId.nullable(),
    kind: z.enum(['friendly', 'contested', 'suggestion']),
    text: writtenSchema,
  }),
  'amendment.accepted': z.object({ amendment: keySchema }),
  'amendment.rejected': z.object({ amendment: keySchema, reason: writtenSchema }),
  'amendment.withdrawn': z.object({ amendment: keySchema }),
  'consultation.opened': z.object({ closesOn: localDateSchema, urgentReason: reasonSchema.nullable().default(null) }),
  'interest.declared': z.object({ interest: writtenSchema }),
  'assessment.submitted': z.object({
    position: z.enum(positions),
    clause: clauseId.nullable().default(null),
    reason: reasonSchema.nullable().default(null),
    condition: reasonSchema.nullable().default(null),
  }),
  'reply.published': z.object({
    assessments: z.array(keySchema).min(1).max(200),
    outcome: z.enum(replyOutcomes),
    reason: reasonSchema.nullable().default(null),
  }),
  'decision.recorded': z.object({
    outcome: z.enum(institutionalDecisions),
    statement: reasonSchema.nullable().default(null),
  }),
  'consultation.followed_up': z.object({ text: writtenSchema }),
  'consultation.withdrawn': reason,
  'charter.invited': nothing,
  'drafting.joined': nothing,
  'drafting.consented': z.object({ textHash: z.string().max(100) }),
  'drafting.reopened': nothing,
  'signing.opened': nothing,
  'signing.extended': reason,
  'charter.signed': z.object({
    subject,
    reservations: z
      .array(z.object({ clause: clauseId, text: writtenSchema }))
      .max(100)
      .default([]),
  }),
  'charter.declined': ofSubject,
  'withdrawal.announced': ofSubject,
  'charter.amendment_accepted': z.object({ subject }),
  'charter.amendment_dropped': reason,
  'charter.left': ofSubject,
  'breach.raised': ofSubject,
  'breach.found': z.object({ breach: z.int().min(1), finding: writtenSchema }),
  'exclusion.supported': z.object({ breach: z.int().min(1) }),
  'charter.commitment_assigned': z.object({
    holder: subject,
    clause: clauseId,
    what: visibleTextSchema(500),
    dueOn: localDateSchema,
  }),
  'charter.reviewed': z.object({ text: writtenSchema }),
  /** `amount` in whole cents of a euro, 0 for an ordinary decision. Freezes the text as a version. */
  'decision.submitted': z.object({
    amount: centsSchema,
    area: z.string().trim().min(1).max(60),
    expenseType: z.enum(expenseTypes),
    exclusions: z.array(z.string().min(1).max(60)).max(50).default([]),
    beneficiaries: z.array(organisation).max(50).default([]),
  }),
  'decision.reopened': nothing,
  'decision.withdrawn': reason,
  /** `ground`: one of the four; whatever else somebody says is refused with them. */
  'decision.called_in': reason.extend({ ground: textSchema(200) }),
  'decision.insisted': reason,
  'call_in.ruled': reason.extend({ upheld: z.boolean() }),
  'decision.noted': z.object({ text: writtenSchema }),
  'institution.answered': reason.extend({ outcome: z.enum(['adopted', 'not_adopted']) }),
} as const;
export type ProposalActName = keyof typeof proposalActBodies;
/** What a client sends. */
export type ProposalActBody<Name extends ProposalActName> = z.input<(typeof proposalActBodies)[Name]>;

const versionParams = proposalParams.extend({ n: z.coerce.number().int().min(1) });

/** One stretch of writing: who added or removed what, oldest first. */
export const historyEntrySchema = z.object({
  at: instantSchema,
  until: instantSchema,
  by: z.string(),
  /** Words as they stand, for the passages that this member changed in that stretch. */
  changes: z.array(z.object({ clause: z.string(), number: z.int(), added: z.string(), removed: z.string() })),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const proposalsRoutes = {
  draft: route({
    method: 'POST',
    path: '/tables/{table}/proposals',
    summary: 'Begin a proposal, or a consultation where the table consults',
    does: { act: 'proposal.drafted' },
    params: tableParams,
    body: z.object({ title: titleSchema, language: languageSchema }),
    response: proposalViewSchema,
  }),
  proposal: route({
    method: 'GET',
    path: '/proposals/{proposal}',
    summary: 'A proposal: text, procedure, what is possible',
    does: { reads: 'proposal' },
    public: true,
    params: proposalParams,
    response: proposalViewSchema,
  }),
  version: route({
    method: 'GET',
    path: '/proposals/{proposal}/versions/{n}',
    summary: 'A frozen version',
    does: { reads: 'proposal' },
    public: true,
    params: versionParams,
    response: versionViewSchema,
  }),
  history: route({
    method: 'GET',
    path: '/proposals/{proposal}/history',
    summary: 'Who wrote what in the live text',
    does: { reads: 'proposal' },
    params: proposalParams,
    response: z.array(historyEntrySchema),
  }),
  act: route({
    method: 'POST',
    path: '/proposals/{proposal}/acts/{act}',
    summary: 'Perform an act on a proposal',
    does: { act: 'named_in_path' },
    params: proposalParams.extend({
      act: z.enum(Object.keys(proposalActBodies) as [ProposalActName, ...ProposalActName[]]),
    }),
    response: proposalViewSchema,
  }),
};
