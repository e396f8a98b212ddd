import { expenseTypes, mandateStates, type Mandate, type MandateActName } from '@tavolo/governance';
import { z } from 'zod';
import { actNames } from './acts.js';
import { route } from './route.js';
import {
  centsSchema,
  instantSchema,
  keySchema,
  localDateSchema,
  meAtTableSchema,
  memberViewSchema,
  organisationViewSchema,
  reasonSchema,
  seatViewSchema,
  sectorSchema,
  tableParams,
  tableRoleSchema,
  textSchema,
  visibleTextSchema,
  wordsSchema,
} from './shared.js';
import { modeSchema, stageSchema } from './tables.js';

/** The mandate value itself (@tavolo/governance), at the time of the view: clients compute what is possible with `possibleMandateActs`. */
export const mandateSchema = z
  .custom<Mandate>((value) => typeof value === 'object' && value !== null)
  .meta({ type: 'object', description: 'Mandate as a value; see docs/architecture.md' });

/** Exact sums in whole cents. `left` is neither spent nor committed; `free` is what a new decision may take, without open ballots. */
export const mandateSumsSchema = z.object({
  budget: centsSchema,
  /** Of effective decisions. */
  spent: centsSchema,
  /** Adopted, and not effective yet. */
  committed: centsSchema,
  /** Being voted on. */
  reserved: centsSchema,
  left: centsSchema,
  free: centsSchema,
});

/** When the next report is due: `inDays` counts calendar days from today, below zero when it is overdue. */
export const reportDueSchema = z.object({
  dueOn: localDateSchema,
  inDays: z.int(),
  /** When the mandate is suspended unless a report is filed before; `null` when it is suspended for that already. */
  suspendsAt: instantSchema.nullable(),
});

/** A decision under the mandate, newest first. */
export const mandateDecisionSchema = z.object({
  proposal: z.string(),
  title: wordsSchema,
  stage: stageSchema,
  /** The version that was handed in or adopted last; 0 before the first. */
  version: z.int(),
  amount: centsSchema,
  /** What it holds of the budget now; `null` when nothing. */
  holds: z.enum(['reserved', 'committed', 'spent']).nullable(),
  /** Why it is blocked; `null` when it is not. */
  blocked: z.string().nullable(),
  changedAt: instantSchema,
});
export type MandateDecision = z.infer<typeof mandateDecisionSchema>;

/** What happened with the mandate, oldest first; `by` is `null` where it followed by itself, `text` where nothing was written. */
export const mandateEventSchema = z.object({
  act: z.enum(actNames),
  at: instantSchema,
  by: z.string().nullable(),
  text: z.string().nullable(),
});
export type MandateEvent = z.infer<typeof mandateEventSchema>;

/** A mandate as everybody reads it who reads its table: limits, sums, reports, decisions, history. */
export const mandateViewSchema = z.object({
  key: z.string(),
  table: z.object({ key: z.string(), name: wordsSchema, mode: modeSchema, visibility: z.enum(['public', 'members']) }),
  state: z.enum(mandateStates),
  mandate: mandateSchema,
  sums: mandateSumsSchema,
  /** `null` when no report is due any more, or not yet. */
  report: reportDueSchema.nullable(),
  decisions: z.array(mandateDecisionSchema),
  history: z.array(mandateEventSchema),
  seats: z.array(seatViewSchema),
  roles: z.array(z.object({ role: tableRoleSchema, holder: memberViewSchema })),
  me: meAtTableSchema,
  /** Members whom the mandate names and who are neither seat holders, deputies nor role holders any more. */
  formerMembers: z.array(memberViewSchema),
  /** The organisation that granted it. */
  organisations: z.array(organisationViewSchema),
  revision: z.int(),
  now: instantSchema,
});
export type MandateView = z.infer<typeof mandateViewSchema>;

const id = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[A-Za-z0-9_-]+$/);
const named = z
  .array(z.object({ id, words: wordsSchema.refine(({ en, it }) => (en ?? it ?? '').trim() !== '') }))
  .max(50);
const days = z.int().min(1).max(3650);
const written = visibleTextSchema(4000);
const reason = z.object({ reason: reasonSchema });
const grounded = reason.extend({ ground: textSchema(200) });

/** The terms of a mandate as they are proposed; the key is given by the server, and time zone and holidays come from the rulebook. */
export const mandateTermsSchema = z.object({
  holders: z.array(sectorSchema).min(1).max(4),
  scope: named.min(1),
  expenseTypes: z.array(z.enum(expenseTypes)).min(1),
  exclusions: named.default([]),
  budget: centsSchema,
  perDecision: centsSchema,
  startsOn: localDateSchema,
  expiresOn: localDateSchema,
  reportEveryDays: days,
  suspendAfterDays: z.int().min(0).max(3650).default(15),
  revocation: z.object({ noticeDays: days.default(30), grounds: named.min(1) }),
});
export type ProposedTerms = z.input<typeof mandateTermsSchema>;

/** Bodies of the acts on a mandate: `POST /mandates/{mandate}/acts/{act}`. */
export const mandateActBodies = {
  /** `organisation`: id of the institution that granted it; `date` and `reference` of its published act. */
  'mandate.granted': z.object({ organisation: z.string().max(64), date: localDateSchema, reference: textSchema(300) }),
  /** Gives account of every effective decision that no report has given account of. */
  'mandate.reported': z.object({ text: visibleTextSchema(20_000) }),
  /** `ground`: id of one of the mandate's grounds of revocation; at once, for a serious breach. */
  'mandate.suspended': grounded,
  'mandate.resumed': reason,
  'mandate.revocation_announced': grounded,
  'mandate.heard': z.object({ text: written }),
  'mandate.revocation_withdrawn': reason,
  'mandate.revoked': reason,
} as const satisfies Readonly<Record<MandateActName, z.ZodType>>;
/** What a client sends. */
export type MandateActBody<Name extends MandateActName> = z.input<(typeof mandateActBodies)[Name]>;

export const mandateParams = z.object({ mandate: keySchema });

export const mandatesRoutes = {
  ofTable: route({
    method: 'GET',
    path: '/tables/{table}/mandates',
    summary: 'The mandates of a table, newest first',
    does: { reads: 'mandates' },
    public: true,
    params: tableParams,
    response: z.array(mandateViewSchema),
  }),
  propose: route({
    method: 'POST',
    path: '/tables/{table}/mandates',
    summary: 'Propose a mandate: its limits, before the institution grants it',
    does: { act: 'mandate.proposed' },
    params: tableParams,
    body: mandateTermsSchema,
    response: mandateViewSchema,
  }),
  mandate: route({
    method: 'GET',
    path: '/mandates/{mandate}',
    summary: 'A mandate: limits, sums, reports, decisions, history',
    does: { reads: 'mandate' },
    public: true,
    params: mandateParams,
    response: mandateViewSchema,
  }),
  act: route({
    method: 'POST',
    path: '/mandates/{mandate}/acts/{act}',
    summary: 'Perform an act on a mandate',
    does: { act: 'named_in_path' },
    params: mandateParams.extend({
      act: z.enum(Object.keys(mandateActBodies) as [MandateActName, ...MandateActName[]]),
    }),
    response: mandateViewSchema,
  }),
};
