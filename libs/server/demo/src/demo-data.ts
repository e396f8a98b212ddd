import { readFile } from 'node:fs/promises';
import {
  callInGrounds,
  expenseTypes,
  levels,
  modes,
  positions,
  replyOutcomes,
  sectors,
  institutionalDecisions,
} from '@tavolo/governance';
import { z } from 'zod';

const words = z.object({ en: z.string(), it: z.string() });
const optionalWords = words.nullable();
const sector = z.enum(sectors);
const localDate = z.iso.date();
const moment = z.iso.datetime({ offset: true });
const fraction = z.string().regex(/^\d+\/\d+$/u);
const share = z.object({ fraction, strict: z.boolean() });

const organisation = z.object({ id: z.string(), sector, name: words, level: z.enum(levels) });

const member = z.object({
  id: z.string(),
  name: z.string(),
  organisationId: z.string().nullable(),
  sector: z.union([sector, z.literal('neutral')]),
  title: words,
  contact: z.string(),
});

const rulebook = z.looseObject({
  id: z.string(),
  version: z.int(),
  mode: z.enum(modes),
  adoptedOn: localDate,
  basedOn: z.string().optional(),
  quorum: z
    .object({
      overall: share,
      perSector: z.object({ fraction, min: z.int() }).optional(),
      secondCall: z.object({ afterDays: z.int(), overall: share, perSectorMin: z.int() }).optional(),
      minOrganisations: z.int().optional(),
    })
    .optional(),
  decision: z
    .object({
      first: z.enum(['consent', 'ballot']).optional(),
      base: z.enum(['cast', 'eligible']),
      threshold: share,
      concurrence: z.array(sector).default([]),
    })
    .optional(),
  hold: z.object({ need: fraction, days: z.int(), perProposal: z.int() }).optional(),
  maxReferBack: z.int().optional(),
  ratifyingOrgan: z.object({ name: words, days: z.int() }).optional(),
  windowDaysMin: z.int().optional(),
  urgentWindowDaysMin: z.int().optional(),
  extension: z
    .object({ days: z.int(), times: z.int(), ifSectorSilent: z.boolean(), ifBelowSeats: fraction })
    .optional(),
  replyDays: z.int().optional(),
  deviationStatementMinChars: z.int().optional(),
  entryCondition: z.object({ minSignatories: z.int(), minSectors: z.int() }).optional(),
  withdrawalNoticeDays: z.int().optional(),
  atRiskDays: z.int().optional(),
  reviewEveryMonths: z.int().optional(),
  negotiatingMandate: z.boolean().default(false),
  callIn: z.object({ days: z.int() }).optional(),
});
export type DemoRulebook = z.infer<typeof rulebook>;

const seat = z.object({
  memberId: z.string(),
  vote: z.boolean(),
  assess: z.boolean().default(false),
  decidingAuthority: z.boolean().default(false),
});

const table = z.object({
  id: z.string(),
  name: words,
  mode: z.enum(modes),
  rulebookId: z.string(),
  seats: z.array(seat),
  deputies: z.record(z.string(), z.string()).default({}),
  facilitatorId: z.string(),
  secretaryId: z.string(),
  guarantorId: z.string().optional(),
  parties: z.array(sector).optional(),
  visibility: z.string().optional(),
  modeHistory: z
    .array(
      z.object({
        mode: z.enum(modes),
        rulebookId: z.string(),
        from: localDate,
        to: localDate.optional(),
        by: z.string().optional(),
      }),
    )
    .optional(),
});
export type DemoTable = z.infer<typeof table>;

const clause = z.object({ id: z.string(), text: words });
const version = z.object({
  n: z.int(),
  on: localDate,
  by: z.array(z.string()),
  clauses: z.array(clause),
  /** Euro of a decision in this version, where it differs from the last one. */
  amountEur: z.number().optional(),
});
export type DemoVersion = z.infer<typeof version>;

const amendment = z.object({
  id: z.string(),
  version: z.int(),
  clause: z.string(),
  by: z.string(),
  kind: z.enum(['friendly', 'contested']),
  text: words,
  outcome: z.enum(['open', 'accepted', 'rejected']),
  on: localDate,
  reason: words.optional(),
});
export type DemoAmendment = z.infer<typeof amendment>;

const assessment = z.object({
  id: z.string(),
  by: z.string(),
  position: z.enum(positions),
  clause: z.string().nullable(),
  on: localDate,
  reason: optionalWords,
  condition: words.optional(),
});

const proposal = z.object({
  id: z.string(),
  tableId: z.string(),
  kind: z.string(),
  title: words,
  origin: sector,
  sponsors: z.array(z.string()),
  state: z.string(),
  versions: z.array(version),
  amendments: z.array(amendment).default([]),
  window: z.object({ opensOn: localDate, closesOn: localDate, replyDueOn: localDate }).optional(),
  assessments: z.array(assessment).default([]),
  replies: z
    .array(
      z.object({
        id: z.string(),
        assessments: z.array(z.string()),
        outcome: z.enum(replyOutcomes),
        reason: optionalWords,
      }),
    )
    .default([]),
  decision: z
    .object({
      on: localDate,
      by: z.string(),
      outcome: z.enum(institutionalDecisions),
      deviationStatement: optionalWords.optional(),
    })
    .nullish(),
  fromProposal: z.string().optional(),
  awaitingOrganUntil: localDate.optional(),
  dissents: z.array(z.object({ by: z.array(z.string()), on: localDate, text: words })).default([]),
  negotiatingMandate: z
    .object({ spokesperson: z.string(), deputy: z.string(), may: words, mayNot: words, expiresOn: localDate })
    .optional(),
  declined: z.array(z.object({ organisationId: z.string(), reason: words })).default([]),
  withdrawals: z.array(z.object({ organisationId: z.string(), reason: words })).default([]),
  amountEur: z.number().optional(),
  area: z.string().optional(),
  expenseType: z.enum(expenseTypes).optional(),
  beneficiaries: z.array(z.string()).default([]),
  callIns: z
    .array(z.object({ on: localDate, by: z.string(), version: z.int(), ground: z.enum(callInGrounds), reason: words }))
    .default([]),
});
export type DemoProposal = z.infer<typeof proposal>;

const modeChange = z.object({
  id: z.string(),
  tableId: z.string(),
  proposedBy: sector,
  reason: words,
  ballotId: z.string(),
  newRulebookId: z.string(),
});
export type DemoModeChange = z.infer<typeof modeChange>;

const consentRound = z.object({
  id: z.string(),
  ref: z.string(),
  version: z.int(),
  on: localDate,
  stands: z.record(z.string(), z.enum(['consent', 'stand_aside', 'objection'])),
  objections: z.array(z.object({ by: z.string(), reason: words, wouldBeMetBy: words })),
});
export type DemoConsentRound = z.infer<typeof consentRound>;

const ballot = z.object({
  id: z.string(),
  ref: z.string(),
  version: z.int(),
  votes: z.array(z.object({ memberId: z.string(), choice: z.enum(['yes', 'no', 'abstain']) })),
  recused: z.array(z.string()).default([]),
});

const agreement = z.object({
  id: z.string(),
  kind: z.string(),
  fromProposal: z.string().optional(),
  reviewOn: localDate.optional(),
  responsibilities: z
    .array(
      z.object({
        clause: z.string(),
        does: z.array(z.string()),
        answers: z.string(),
        consulted: z.array(z.string()),
        informed: z.array(z.string()),
      }),
    )
    .default([]),
  measures: z.array(z.object({ text: words, baseline: z.number(), target: z.number() })).default([]),
});

const commitment = z.object({
  id: z.string(),
  agreementId: z.string(),
  organisationId: z.string(),
  text: words,
  dueOn: localDate,
});

const mandate = z.object({
  id: z.string(),
  tableId: z.string(),
  grantedBy: z.string(),
  grantedOn: localDate,
  expiresOn: localDate,
  scope: z.array(z.string()),
  expenseTypes: z.array(z.enum(expenseTypes)),
  exclusions: words,
  budgetEur: z.number(),
  perDecisionEur: z.number(),
  reportEveryDays: z.int(),
  nextReportDueOn: localDate,
  suspendAfterOverdueDays: z.int(),
  holders: z.array(sector),
  revocationNoticeDays: z.int(),
});
export type DemoMandate = z.infer<typeof mandate>;

const declaration = z.object({ memberId: z.string(), ref: z.string(), text: words });

const event = z.object({
  at: moment,
  actor: z.string(),
  type: z.string(),
  ref: z.string(),
  version: z.int().optional(),
  choice: z.enum(['yes', 'no', 'abstain']).optional(),
  organisationId: z.string().optional(),
});

const demoData = z.object({
  referenceNow: moment,
  timeZone: z.string(),
  area: z.object({
    id: z.string(),
    name: words,
    serviceTypes: z.array(z.object({ id: z.string(), name: words })),
  }),
  organisations: z.array(organisation),
  members: z.array(member),
  rulebooks: z.array(rulebook),
  tables: z.array(table),
  proposals: z.array(proposal),
  ballots: z.array(ballot),
  consentRounds: z.array(consentRound),
  mandates: z.array(mandate),
  modeChanges: z.array(modeChange),
  declarations: z.array(declaration),
  agreements: z.array(agreement),
  commitments: z.array(commitment),
  timeline: z.array(event),
});
export type DemoData = z.infer<typeof demoData>;

/** The demonstration area as it is carried in `data/demo.json`; what this release does not import yet is left aside. */
export async function readDemoData(): Promise<DemoData> {
  const text = await readFile(new URL('../data/demo.json', import.meta.url), 'utf8');
  return demoData.parse(JSON.parse(text));
}
