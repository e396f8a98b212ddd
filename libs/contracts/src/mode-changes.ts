import {
  choices,
  modeChangeAsks,
  modeChangeStates,
  type Blocker,
  type ModeChange,
  type ModeChangeActName,
} from '@tavolo/governance';
import { z } from 'zod';
import { actNames } from './acts.js';
import { route } from './route.js';
import { rulebookCommandSchema } from './rulebook.schema.js';
import {
  instantSchema,
  keySchema,
  meAtTableSchema,
  memberViewSchema,
  reasonSchema,
  seatViewSchema,
  sectorSchema,
  tableParams,
  tableRoleSchema,
  visibleTextSchema,
  wordsSchema,
} from './shared.js';
import { modeSchema } from './tables.js';

/** The change itself (@tavolo/governance), at the time of the view: clients compute what is possible with `possibleModeChangeActs`. */
export const modeChangeSchema = z
  .custom<ModeChange>((value) => typeof value === 'object' && value !== null)
  .meta({ type: 'object', description: 'Change of mode as a value; see docs/architecture.md' });

/** A ballot or an emergency act of the table, during which no change takes effect. */
export const blockerSchema = z
  .custom<Blocker>((value) => typeof value === 'object' && value !== null)
  .meta({ type: 'object', description: 'What stands in the way: what, key, from, until' });

/** What happened with the change, oldest first; `by` is `null` where it followed by itself, `text` where nothing was written. */
export const modeChangeEventSchema = z.object({
  act: z.enum(actNames),
  at: instantSchema,
  by: z.string().nullable(),
  text: z.string().nullable(),
});
export type ModeChangeEvent = z.infer<typeof modeChangeEventSchema>;

/** A change of mode as everybody reads it who reads its table: the new rules, the votes by seat, the answer, the effect. */
export const modeChangeViewSchema = z.object({
  key: z.string(),
  table: z.object({ key: z.string(), name: wordsSchema, mode: modeSchema, visibility: z.enum(['public', 'members']) }),
  state: z.enum(modeChangeStates),
  change: modeChangeSchema,
  /** From when it may be put to the vote; `null` while that is not known, or nothing more is voted on. */
  voteFrom: instantSchema.nullable(),
  blockers: z.array(blockerSchema),
  history: z.array(modeChangeEventSchema),
  seats: z.array(seatViewSchema),
  roles: z.array(z.object({ role: tableRoleSchema, holder: memberViewSchema })),
  me: meAtTableSchema,
  /** Members whom the change names and who are neither seat holders, deputies nor role holders any more. */
  formerMembers: z.array(memberViewSchema),
  revision: z.int(),
  now: instantSchema,
});
export type ModeChangeView = z.infer<typeof modeChangeViewSchema>;

/** What a change of mode asks of the reader; `until` is `null` where no time is set. */
export const modeChangeWaitingSchema = z.object({
  table: z.object({ key: z.string(), name: wordsSchema }),
  modeChange: z.string(),
  from: modeSchema,
  to: modeSchema,
  ask: z.enum(modeChangeAsks),
  until: instantSchema.nullable(),
});
export type ModeChangeWaiting = z.infer<typeof modeChangeWaitingSchema>;

/** A proposed mode with its rules. Their name, version and date are given by the server; time zone and holidays stay those of the table. */
export const proposedModeSchema = z.object({
  /** Who proposes: whoever sits for the institution, or a seat for the bench of its sector. */
  as: z.union([z.literal('institution'), sectorSchema]),
  rulebook: rulebookCommandSchema,
  reason: reasonSchema,
});
export type ProposedMode = z.input<typeof proposedModeSchema>;

/** An emergency act: back to consultation under these rules, for 1 to 60 days. */
export const emergencyActSchema = z.object({
  rulebook: rulebookCommandSchema,
  reason: reasonSchema,
  days: z.int().min(0).max(3650),
});
export type EmergencyActBody = z.input<typeof emergencyActSchema>;

const nothing = z.object({});
const reason = z.object({ reason: reasonSchema });

/** Bodies of the acts on a change of mode: `POST /mode-changes/{modeChange}/acts/{act}`. */
export const modeChangeActBodies = {
  'mode_change.supported': nothing,
  'mode_change.withdrawn': reason,
  'vote.opened': z.object({ closesAt: instantSchema.nullable().default(null) }),
  'vote.cast': z.object({ ballot: keySchema, choice: z.enum(choices) }),
  'ballot.early_closing_requested': z.object({ ballot: keySchema, reason: reasonSchema }),
  'vote.closed': z.object({ ballot: keySchema, reason: reasonSchema.nullable().default(null) }),
  'mode_change.consented': z.object({ text: visibleTextSchema(4000) }),
  'mode_change.refused': reason,
} as const satisfies Readonly<Record<ModeChangeActName, z.ZodType>>;
/** What a client sends. */
export type ModeChangeActBody<Name extends ModeChangeActName> = z.input<(typeof modeChangeActBodies)[Name]>;

export const modeChangeParams = z.object({ modeChange: keySchema });

export const modeChangesRoutes = {
  ofTable: route({
    method: 'GET',
    path: '/tables/{table}/mode-changes',
    summary: 'The changes of the mode of a table, newest first',
    does: { reads: 'mode changes' },
    public: true,
    params: tableParams,
    response: z.array(modeChangeViewSchema),
  }),
  propose: route({
    method: 'POST',
    path: '/tables/{table}/mode-changes',
    summary: 'Propose another mode with its rulebook and reasons',
    does: { act: 'mode_change.proposed' },
    params: tableParams,
    body: proposedModeSchema,
    response: modeChangeViewSchema,
  }),
  declare: route({
    method: 'POST',
    path: '/tables/{table}/emergency-acts',
    summary: 'Put a table back to consultation for at most 60 days, with reasons',
    does: { act: 'mode_change.emergency_declared' },
    params: tableParams,
    body: emergencyActSchema,
    response: modeChangeViewSchema,
  }),
  waiting: route({
    method: 'GET',
    path: '/waiting/mode-changes',
    summary: 'What changes of mode ask of me, the nearest deadline first',
    does: { reads: 'own mode changes' },
    response: z.array(modeChangeWaitingSchema),
  }),
  modeChange: route({
    method: 'GET',
    path: '/mode-changes/{modeChange}',
    summary: 'A change of mode: rules, votes, answer, effect',
    does: { reads: 'mode change' },
    public: true,
    params: modeChangeParams,
    response: modeChangeViewSchema,
  }),
  act: route({
    method: 'POST',
    path: '/mode-changes/{modeChange}/acts/{act}',
    summary: 'Perform an act on a change of mode',
    does: { act: 'named_in_path' },
    params: modeChangeParams.extend({
      act: z.enum(Object.keys(modeChangeActBodies) as [ModeChangeActName, ...ModeChangeActName[]]),
    }),
    response: modeChangeViewSchema,
  }),
};
