import { sectorSchema, wordsSchema } from '@tavolo/contracts';
import { type Rulebook } from '@tavolo/governance';
import { z } from 'zod';

const fraction = z.string().regex(/^\d{1,6}\/[1-9]\d{0,5}$/u);
const share = z.strictObject({ fraction, strict: z.boolean() });
const days = z.int().min(0).max(3650);

const head = {
  key: z.string().min(1).max(64),
  version: z.int().min(1),
  adoptedOn: z.iso.date(),
  zone: z.string().min(1).max(64),
  holidays: z.strictObject({ country: z.literal('IT'), local: z.array(z.string().regex(/^\d{2}-\d{2}$/u)).max(10) }),
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
    base: z.enum(['cast', 'eligible']),
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

const majority = z.strictObject({ base: z.enum(['cast', 'eligible']), threshold: share });

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
