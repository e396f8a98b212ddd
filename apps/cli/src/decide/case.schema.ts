import { localDateSchema, rulebookCommandSchema, sectorSchema } from '@tavolo/contracts';
import {
  charterAnswers,
  choices,
  institutionalDecisions,
  positions,
  presetKeys,
  replyOutcomes,
} from '@tavolo/governance';
import { z } from 'zod';

/** Votes are kept by seat, and under this one name an object keeps nothing: the vote would be lost without a word. */
const name = z
  .string()
  .min(1)
  .max(64)
  .refine((text) => text !== '__proto__', 'expected another name');

const seat = z.strictObject({
  seat: name,
  sector: sectorSchema,
  organisation: name.nullable().default(null),
  right: z.enum(['vote', 'voice']).default('vote'),
  vacant: z.boolean().default(false),
  recused: z.boolean().default(false),
});

/** A case as a file gives it (docs/decide.md): nothing unknown is let in. */
export const caseSchema = z.strictObject({
  rulebook: rulebookCommandSchema.optional(),
  preset: z.enum(presetKeys).optional(),
  date: localDateSchema,
  call: z.union([z.literal(1), z.literal(2)]).default(1),
  firstCallOn: localDateSchema.optional(),
  seats: z.array(seat).min(1).max(5000),
  presence: z.array(name).max(5000).nullable().default(null),
  votes: z.record(name, z.enum([...choices, ...positions, ...charterAnswers])),
  spending: z.boolean().default(false),
  decision: z.enum(institutionalDecisions).nullable().default(null),
  replies: z.record(name, z.enum(replyOutcomes)).default({}),
});
export type CaseFile = z.infer<typeof caseSchema>;
