import { readFile } from 'node:fs/promises';
import { sectors } from '@tavolo/governance';
import { z } from 'zod';

const count = z.object({
  eligible: z.int(),
  took_part: z.int(),
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
});

const ballot = count.extend({
  ref: z.string(),
  version: z.int(),
  recused: z.int(),
  bySector: z.partialRecord(z.enum(sectors), count),
  quorumOverall: z.boolean(),
  quorumPerSector: z.partialRecord(z.enum(sectors), z.boolean()),
  base: z.int(),
  majority: z.boolean(),
  sectorConcurrence: z.partialRecord(z.enum(sectors), z.boolean()),
  result: z.string(),
  reason: z.string().nullable(),
});
export type ExpectedBallot = z.infer<typeof ballot>;

const consultation = z.object({
  entitledSeats: z.int(),
  assessments: z.int(),
  responseRate: z.number(),
  silentSeats: z.array(z.string()),
  supportive: z.int(),
  contrary: z.int(),
  prevailing: z.string(),
  prevailingBySector: z.partialRecord(z.enum(sectors), z.string()),
  answered: z.int(),
  coverage: z.number(),
  canBeDecided: z.boolean(),
  deviation: z.boolean(),
  deviationStatementChars: z.object({ en: z.int(), it: z.int() }).nullable(),
  daysToDecision: z.int().nullable(),
  late: z.boolean(),
});
export type ExpectedConsultation = z.infer<typeof consultation>;

const standing = z.object({ signatories: z.int(), sectors: z.array(z.enum(sectors)), conditionMet: z.boolean() });

const charter = z.object({
  now: standing,
  inForceOn: z.string(),
  'afterWithdrawalOn2027-01-15': standing,
  notSigned: z.object({ declined: z.array(z.string()), undecided: z.array(z.string()) }),
  unanimous: z.boolean(),
});
export type ExpectedCharter = z.infer<typeof charter>;

const mandate = z.object({
  spentEur: z.number(),
  remainingEur: z.number(),
  status: z.string(),
  blocked: z.record(z.string(), z.string()),
  calledIn: z.record(z.string(), z.string()),
  reportDueInDays: z.int(),
});
export type ExpectedMandate = z.infer<typeof mandate>;

const expected = z.object({
  ballots: z.record(z.string(), ballot),
  consultations: z.record(z.string(), consultation),
  charters: z.record(z.string(), charter),
  mandates: z.record(z.string(), mandate),
});

/** What the data themselves say must come out of them, as far as this release goes. */
export async function readExpected(): Promise<z.infer<typeof expected>> {
  const text = await readFile(new URL('../../data/expected.json', import.meta.url), 'utf8');
  return expected.parse(JSON.parse(text));
}
