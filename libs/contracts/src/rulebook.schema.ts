import {
  comparisons,
  decisionBases,
  presetKeys,
  provisionKeys,
  provisionNumbers,
  seatRights,
  type ProvisionKey,
  type Rulebook,
} from '@tavolo/governance';
import { z } from 'zod';
import { sectorSchema, wordsSchema } from './shared.js';

const fraction = z.string().regex(/^\d{1,6}\/[1-9]\d{0,5}$/u);
const share = z.strictObject({ fraction, strict: z.boolean() });
const days = z.int().min(0).max(3650);

const exact = z.union([z.int(), z.string().regex(/^-?\d{1,12}(?:\/[1-9]\d{0,11}|\.\d{1,12})?$/u)]);
const countNames = z.array(z.string().min(1).max(64)).min(1).max(20);
const named = { id: z.string().min(1).max(64).optional(), role: z.literal('quorum').optional() };
const compared = { op: z.enum(comparisons), value: exact };
const ratio = z.strictObject({
  ...named,
  ...compared,
  type: z.literal('ratio'),
  numerator: countNames,
  denominator: countNames,
});
const count = z.strictObject({ ...named, ...compared, type: z.literal('count'), of: countNames });

/** How deep conditions may be nested: no rule that people agree upon is deeper. */
const deepest = 3;

function conditionSchema(depth: number): z.ZodType {
  if (depth === deepest) return z.discriminatedUnion('type', [ratio, count]);
  const inner = conditionSchema(depth + 1);
  const asked = { each: inner, only: z.array(z.string().min(1).max(64)).min(1).max(50).optional() };
  return z.discriminatedUnion('type', [
    ratio,
    count,
    z.strictObject({
      ...named,
      ...compared,
      ...asked,
      type: z.literal('groups'),
      weightBy: z.string().min(1).max(64).optional(),
      as: z.enum(['sum', 'share']),
    }),
    z.strictObject({ ...named, ...asked, type: z.enum(['every-group', 'no-group']) }),
    z.strictObject({ ...named, type: z.enum(['any-of', 'all-of']), conditions: z.array(inner).min(1).max(20) }),
  ]);
}

const conditions = z.strictObject({
  name: z.string().min(1).max(64),
  conditions: z.array(conditionSchema(0)).min(1).max(20),
});

const wholeNumber = z.int().min(0).max(10_000);
/** A provision with exactly its numbers; the whole of a share is not nothing. */
const provision = z
  .strictObject({
    key: z.enum(provisionKeys as [ProvisionKey, ...ProvisionKey[]]),
    numbers: z.record(z.string(), wholeNumber),
  })
  .refine(({ key, numbers }) => Object.keys(numbers).sort().join() === [...provisionNumbers[key]].sort().join(), {
    error: 'expected exactly the numbers of this provision',
    path: ['numbers'],
  })
  .refine(({ numbers }) => numbers.whole !== 0, { error: 'expected a share of something', path: ['numbers', 'whole'] });

const head = {
  key: z.string().min(1).max(64),
  version: z.int().min(1),
  adoptedOn: z.iso.date(),
  zone: z.string().min(1).max(64),
  holidays: z.strictObject({ country: z.literal('IT'), local: z.array(z.string().regex(/^\d{2}-\d{2}$/u)).max(10) }),
  preset: z.enum(presetKeys).optional(),
  shares: z.partialRecord(sectorSchema, fraction).optional(),
  conditions: conditions.optional(),
  market: z.enum(seatRights).optional(),
  provisions: z.array(provision).max(60).optional(),
};

const quorum = z.strictObject({
  overall: share,
  perSector: z.strictObject({ fraction, min: z.int().min(0) }).optional(),
  secondCall: z.strictObject({ afterDays: days, overall: share, perSectorMin: z.int().min(0) }).optional(),
  minOrganisations: z.int().min(1).optional(),
  emptySector: z.enum(['block', 'waive']),
});

const planning = z.strictObject({
  ...head,
  mode: z.literal('planning'),
  parties: z.array(sectorSchema).min(1),
  quorum,
  decision: z.strictObject({
    first: z.enum(['consent', 'ballot']),
    base: z.enum(decisionBases),
    threshold: share,
    concurrence: z.array(sectorSchema),
  }),
  hold: z.strictObject({ need: fraction, days, perProposal: z.int().min(0) }).nullable(),
  maxReferBack: z.int().min(0),
  mediationDays: days,
  negotiationDays: days,
  ratificationDays: days,
  maxConsentRounds: z.int().min(0),
  ratifyingOrgan: z.strictObject({ name: wordsSchema, days }).nullable(),
  negotiatingMandate: z.literal(true).optional(),
});

const consultation = z.strictObject({
  ...head,
  mode: z.literal('consultation'),
  windowDaysMin: days,
  urgentWindowDaysMin: days,
  extension: z.strictObject({ days, times: z.int().min(0), belowSeats: fraction, ifSectorSilent: z.boolean() }),
  replyDays: days,
  lapseDays: days,
  deviationStatementMinChars: z.int().min(0),
});

const autoRegulation = z.strictObject({
  ...head,
  mode: z.literal('auto_regulation'),
  signingDays: days,
  signingExtensions: z.int().min(0),
  entry: z.strictObject({ minSignatories: z.int().min(1), minSectors: z.int().min(1) }),
  reservations: z.boolean(),
  withdrawalNoticeDays: days,
  atRiskDays: days,
  reviewEveryMonths: z.int().min(1).nullable(),
});

const majority = z.strictObject({ base: z.enum(decisionBases), threshold: share });

const autoAdministration = z.strictObject({
  ...head,
  mode: z.literal('auto_administration'),
  quorum,
  ordinary: majority,
  spending: majority,
  standstillDays: days,
});

/** Rules of a mandate table as they were kept before its procedure was offered. */
const others = z.strictObject({
  ...head,
  mode: z.literal('auto_administration'),
  values: z.record(z.string(), z.json()),
});

/** A rulebook as it comes from outside: every part is checked, nothing unknown is let in. */
export const rulebookCommandSchema = z.union([
  z.discriminatedUnion('mode', [planning, consultation, autoRegulation, autoAdministration]),
  others,
]) as unknown as z.ZodType<Rulebook>;
