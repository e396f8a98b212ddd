import {
  autoAdministrationStages,
  autoRegulationStages,
  modes,
  planningStages,
  consultationStages,
  expectationKeys,
  type Rulebook,
} from '@tavolo/governance';
import { z } from 'zod';
import { actNames } from './acts.js';
import { route } from './route.js';
import {
  instantSchema,
  keySchema,
  localDateSchema,
  meAtTableSchema,
  memberViewSchema,
  reasonSchema,
  seatViewSchema,
  sectorSchema,
  tableParams,
  tableRoleSchema,
  wordsSchema,
} from './shared.js';

export const modeSchema = z.enum(modes);
export const stageSchema = z.enum([
  ...new Set([...planningStages, ...consultationStages, ...autoRegulationStages, ...autoAdministrationStages]),
] as [string, ...string[]]);

/** One thing that waits for the reader, or that she waits for: said in one sentence from `key` and `params`. */
export const expectationSchema = z.object({
  key: z.enum(expectationKeys),
  act: z.string().nullable(),
  until: instantSchema.nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).readonly()])),
});

export const proposalSummarySchema = z.object({
  key: z.string(),
  kind: z.enum(['proposal', 'consultation']),
  title: wordsSchema,
  origin: sectorSchema,
  mode: modeSchema,
  stage: stageSchema,
  /** When the stage ends by itself. */
  deadline: instantSchema.nullable(),
  /** Number of the newest frozen version; 0 before the first. */
  version: z.int(),
  changedAt: instantSchema,
  deviation: z.boolean(),
  /** In a private room: who speaks for it on this text, and within which limits. */
  mandate: z
    .object({
      spokesperson: z.string(),
      deputy: z.string().nullable(),
      may: z.string(),
      mayNot: z.string(),
      /** Last local day on which it holds. */
      until: z.string(),
    })
    .optional(),
  /** A joint proposal, handed in by the spokesperson of a bench or coalition: of how many organisations, and of how many people of their own. */
  joint: z.object({ organisations: z.int(), people: z.int() }).optional(),
});
export type ProposalSummary = z.infer<typeof proposalSummarySchema>;

export const waitingSchema = z.object({
  table: z.object({ key: z.string(), name: wordsSchema }),
  proposal: proposalSummarySchema,
  expectation: expectationSchema,
});
export type Waiting = z.infer<typeof waitingSchema>;

/** A private room, of which its members alone know: the bench of one sector of a table, or a coalition. */
export const roomViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('coalition') }),
  z.object({
    kind: z.literal('bench'),
    sector: sectorSchema,
    of: z.object({ key: z.string(), name: wordsSchema }),
  }),
]);
export type RoomView = z.infer<typeof roomViewSchema>;

export const tableSummarySchema = z.object({
  key: z.string(),
  name: wordsSchema,
  mode: modeSchema,
  visibility: z.enum(['public', 'members']),
  /** Absent for a table. */
  room: roomViewSchema.optional(),
  seats: z.int(),
  openProposals: z.int(),
  me: meAtTableSchema,
});
export type TableSummary = z.infer<typeof tableSummarySchema>;

export const decisionSummarySchema = z.object({
  proposal: z.string(),
  title: wordsSchema,
  version: z.int(),
  /** `B-1`; absent for consultations and decisions by consent. */
  ballot: z.string().nullable(),
  verdict: z.enum([
    'adopted',
    'adopted_with_changes',
    'rejected',
    'no_quorum',
    'not_adopted',
    'not_agreed',
    'inadmissible',
    'lapsed',
    'in_force',
    'not_in_force',
    'blocked',
    'annulled',
    'effective',
  ]),
  deviation: z.boolean(),
  at: instantSchema,
  rulebook: z.string(),
});
export type DecisionSummary = z.infer<typeof decisionSummarySchema>;

/** The rulebook as data; `rulebookSentences` of @tavolo/governance turns it into plain sentences. */
export const rulebookSchema = z
  .custom<Rulebook>((value) => typeof value === 'object' && value !== null)
  .meta({ type: 'object', description: 'Rulebook as data' });

export const tableViewSchema = tableSummarySchema.extend({
  area: z.object({ name: wordsSchema }).nullable(),
  rulebook: rulebookSchema,
  /** Earlier modes, oldest first. */
  modeHistory: z.array(
    z.object({ mode: modeSchema, rulebook: z.string(), from: z.string(), to: z.string().nullable() }),
  ),
  seatsView: z.array(seatViewSchema),
  rolesView: z.array(z.object({ role: tableRoleSchema, holder: memberViewSchema })),
  proposals: z.array(proposalSummarySchema),
  decisions: z.array(decisionSummarySchema),
  /** The private room of the reader's sector here: its key, or `null` while nobody has opened it. Absent for whoever has no seat here. */
  bench: z.object({ sector: sectorSchema, key: z.string().nullable() }).optional(),
  log: z.object({ origin: z.string(), vkey: z.string(), mayRead: z.boolean() }),
});
export type TableView = z.infer<typeof tableViewSchema>;

/** A rulebook that a table has or had: `to` is `null` while it is in force. */
export const rulebookVersionSchema = z.object({
  rulebook: rulebookSchema,
  from: instantSchema,
  to: instantSchema.nullable(),
});
export type RulebookVersion = z.infer<typeof rulebookVersionSchema>;

export const logEntrySchema = z.object({
  id: z.string(),
  /** Place in the log; `null` until the sequencer gave one. */
  index: z.int().nullable(),
  act: z.enum(actNames),
  at: instantSchema,
  actor: z.object({ member: z.string(), name: z.string().nullable(), label: wordsSchema.nullable() }).nullable(),
  stream: z.string(),
  streamVersion: z.int(),
  /** What the entry is about, to link to: key of a proposal, ballot or member. */
  subject: z.string().nullable(),
  data: z.record(z.string(), z.json()),
  /** Disclosed personal data and free texts; values withheld or erased are `null`. */
  disclosed: z.record(z.string(), z.json().nullable()),
  leafHash: z.string(),
  /** `sealed`: under a signed head; `sequenced`: has an index; `recorded`: committed. */
  proof: z.enum(['recorded', 'sequenced', 'sealed']),
});
export type LogEntryView = z.infer<typeof logEntrySchema>;

export const logPageSchema = z.object({
  entries: z.array(logEntrySchema),
  /** Pass as `before` for the next, older page; `null` at the end. */
  next: z.string().nullable(),
  head: z.object({ size: z.int(), root: z.string(), note: z.string(), signedAt: instantSchema.nullable() }).nullable(),
  pending: z.int(),
  acts: z.array(z.enum(actNames)),
});
export type LogPage = z.infer<typeof logPageSchema>;

export const logQuerySchema = z.object({
  act: z.enum(actNames).optional(),
  subject: keySchema.optional(),
  actor: keySchema.optional(),
  from: localDateSchema.optional(),
  to: localDateSchema.optional(),
  before: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const place = z.enum(['holder', 'deputy']);
/** Who takes a place: somebody of the table by her pseudonym there, or anybody of the installation by her id; one of the two. */
const newcomer = { member: keySchema.optional(), person: z.uuid().optional() };
const isOne = ({ member, person }: { member?: string | undefined; person?: string | undefined }): boolean =>
  (member === undefined) !== (person === undefined);

/** Bodies of the acts on who sits at a table and who guides it: `POST /tables/{table}/acts/{act}`. */
export const tableActBodies = {
  /** `member`: who is thought to sit there; when it is somebody else by now, nothing happens. `reason`: needed for the place of another. */
  'seat.vacated': z.object({
    seat: keySchema,
    as: place.default('holder'),
    member: keySchema.optional(),
    reason: reasonSchema.nullable().default(null),
  }),
  'seat.filled': z
    .object({ seat: keySchema, as: place.default('holder'), ...newcomer })
    .refine(isOne, { error: 'expected a member or a person', path: ['member'] }),
  'role.given': z
    .object({ role: tableRoleSchema, ...newcomer })
    .refine(isOne, { error: 'expected a member or a person', path: ['member'] }),
  /** `reason`: needed for the role of another. */
  'role.ended': z.object({
    role: tableRoleSchema,
    member: keySchema,
    reason: reasonSchema.nullable().default(null),
  }),
} as const;
export type TableActName = keyof typeof tableActBodies;
/** What a client sends. */
export type TableActBody<Name extends TableActName> = z.input<(typeof tableActBodies)[Name]>;

export const tablesRoutes = {
  tables: route({
    method: 'GET',
    path: '/tables',
    summary: 'Tables the reader sits at or may read',
    does: { reads: 'tables' },
    public: true,
    response: z.array(tableSummarySchema),
  }),
  waiting: route({
    method: 'GET',
    path: '/waiting',
    summary: 'What waits for me, most urgent first',
    does: { reads: 'own expectations' },
    response: z.array(waitingSchema),
  }),
  table: route({
    method: 'GET',
    path: '/tables/{table}',
    summary: 'A table: seats by sector, rulebook, proposals, decisions',
    does: { reads: 'table' },
    public: true,
    params: tableParams,
    response: tableViewSchema,
  }),
  rulebooks: route({
    method: 'GET',
    path: '/tables/{table}/rulebooks',
    summary: 'Every rulebook that a table has had, newest first',
    does: { reads: 'rulebooks' },
    public: true,
    params: tableParams,
    response: z.array(rulebookVersionSchema),
  }),
  act: route({
    method: 'POST',
    path: '/tables/{table}/acts/{act}',
    summary: 'Seat somebody, free a seat, give or end a role (administrators; everybody her own place)',
    does: { act: 'named_in_path' },
    params: tableParams.extend({
      act: z.enum(Object.keys(tableActBodies) as [TableActName, ...TableActName[]]),
    }),
    response: tableViewSchema,
  }),
  openBench: route({
    method: 'POST',
    path: '/tables/{table}/bench',
    summary: 'Open the private room of my sector of this table, or find it open',
    does: { act: 'bench.opened' },
    params: tableParams,
    response: tableViewSchema,
  }),
  log: route({
    method: 'GET',
    path: '/tables/{table}/log',
    summary: 'Audit log of a table, newest first',
    does: { reads: 'audit log' },
    public: true,
    params: tableParams,
    query: logQuerySchema,
    response: logPageSchema,
  }),
  logBundle: route({
    method: 'GET',
    path: '/tables/{table}/log/bundle',
    summary: 'The whole log as a bundle (zip) that anyone can verify; taking one is itself recorded',
    does: { act: 'export.made' },
    public: true,
    params: tableParams,
  }),
  systemLog: route({
    method: 'GET',
    path: '/log',
    summary: 'Audit log of the installation (administrators)',
    does: { reads: 'system log' },
    query: logQuerySchema,
    response: logPageSchema,
  }),
};
