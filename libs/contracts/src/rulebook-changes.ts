import { choices, rulebookAsks, type RulebookChange, type RulebookChangeActName } from '@tavolo/governance';
import { z } from 'zod';
import { route } from './route.js';
import { rulebookCommandSchema } from './rulebook.schema.js';
import { instantSchema, keySchema, memberViewSchema, reasonSchema, tableParams, wordsSchema } from './shared.js';

/** A change of the rules as a value (@tavolo/governance): clients compute what is possible with `possibleRulebookChangeActs`. */
export const rulebookChangeSchema = z
  .custom<RulebookChange>((value) => typeof value === 'object' && value !== null)
  .meta({ type: 'object', description: 'Change of the rules as a value; see docs/architecture.md' });

export const rulebookChangeViewSchema = z.object({
  change: rulebookChangeSchema,
  /** Members whom it names and who are neither seat holders, deputies nor role holders any more. */
  formerMembers: z.array(memberViewSchema),
  revision: z.int(),
  now: instantSchema,
});
export type RulebookChangeView = z.infer<typeof rulebookChangeViewSchema>;

/** What a change of the rules of one of her tables asks of the reader; `until` is `null` where no time limit runs. */
export const rulesWaitingSchema = z.object({
  table: z.object({ key: z.string(), name: wordsSchema }),
  change: z.string(),
  /** The version in force that it changes. */
  rulebook: z.string(),
  ask: z.enum(rulebookAsks),
  until: instantSchema.nullable(),
});
export type RulesWaiting = z.infer<typeof rulesWaitingSchema>;

export const draftRulebookBody = z.object({ rulebook: rulebookCommandSchema });

/** Bodies of the acts on a change: `POST /tables/{table}/rulebook-changes/{change}/acts/{act}`. */
export const rulebookChangeBodies = {
  'rulebook.redrafted': draftRulebookBody,
  'rulebook.proposed': z.object({ reason: reasonSchema }),
  'rulebook.vote_cast': z.object({ choice: z.enum(choices) }),
  'rulebook.confirmed': z.object({}),
  /** `reason`: needed where the vote was won. */
  'rulebook.refused': z.object({ reason: reasonSchema.nullable().default(null) }),
  'rulebook.withdrawn': z.object({}),
} as const satisfies Readonly<Record<RulebookChangeActName, z.ZodType>>;
/** What a client sends. */
export type RulebookChangeBody<Name extends RulebookChangeActName> = z.input<(typeof rulebookChangeBodies)[Name]>;

const changeParams = tableParams.extend({ change: keySchema });

export const rulebookChangesRoutes = {
  ofTable: route({
    method: 'GET',
    path: '/tables/{table}/rulebook-changes',
    summary: 'Changes of the rules of a table, drafts too, newest first',
    does: { reads: 'rulebook changes' },
    public: true,
    params: tableParams,
    response: z.array(rulebookChangeViewSchema),
  }),
  draft: route({
    method: 'POST',
    path: '/tables/{table}/rulebook-changes',
    summary: 'Draft a new version of the rules, within the same mode',
    does: { act: 'rulebook.drafted' },
    params: tableParams,
    body: draftRulebookBody,
    response: rulebookChangeViewSchema,
  }),
  change: route({
    method: 'GET',
    path: '/tables/{table}/rulebook-changes/{change}',
    summary: 'A change of the rules: what it says, why, the votes of the seats, how it ended',
    does: { reads: 'rulebook change' },
    public: true,
    params: changeParams,
    response: rulebookChangeViewSchema,
  }),
  act: route({
    method: 'POST',
    path: '/tables/{table}/rulebook-changes/{change}/acts/{act}',
    summary: 'Perform an act on a change of the rules',
    does: { act: 'named_in_path' },
    params: changeParams.extend({
      act: z.enum(Object.keys(rulebookChangeBodies) as [RulebookChangeActName, ...RulebookChangeActName[]]),
    }),
    response: rulebookChangeViewSchema,
  }),
  waiting: route({
    method: 'GET',
    path: '/waiting/rules',
    summary: 'What changes of the rules ask of me, at all my tables',
    does: { reads: 'own expectations' },
    response: z.array(rulesWaitingSchema),
  }),
};
