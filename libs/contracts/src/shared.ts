import { isInstant, languages, visibleLength, type Instant } from '@tavolo/kernel';
import { levels, sectors, tableRoles } from '@tavolo/governance';
import { z } from 'zod';

export const instantSchema = z
  .string()
  .refine(isInstant, 'expected YYYY-MM-DDTHH:MM:SS.sssZ')
  .meta({ format: 'date-time' }) as unknown as z.ZodType<Instant, string>;
/** Local dates of our time: what lies outside is a slip of the keyboard, and no calendar here reckons with it. */
export const localDateSchema = z.iso
  .date()
  .refine((date) => date >= '2000-01-01' && date <= '2099-12-31', 'expected a date from 2000 to 2099');
/** Money in whole cents of a euro: sums are exact. */
export const centsSchema = z.int().min(0).max(100_000_000_000);
export const languageSchema = z.enum(languages);
export const wordsSchema = z.object({ en: z.string().optional(), it: z.string().optional() });
export const sectorSchema = z.enum(sectors);
export const levelSchema = z.enum(levels);
export const tableRoleSchema = z.enum(tableRoles);
/** A short key that people say aloud (`T-FAM`, `P-101`, `B-1`), or the id. */
export const keySchema = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);

/** Text that people write: well-formed Unicode without control characters but tab and line feed, trimmed, at most `max` characters. */
export const textSchema = (max: number) =>
  z
    .string()
    .refine((text) => !/\p{Cs}/u.test(text), 'expected well-formed text')
    .refine((text) => !/[^\P{Cc}\t\n\r]/u.test(text), 'expected no control characters')
    .trim()
    .max(max);
/** The same, with something in it that a reader sees. */
export const visibleTextSchema = (max: number) =>
  textSchema(max).refine((text) => visibleLength(text) > 0, 'expected visible characters');
export const reasonSchema = textSchema(4000);
/**
 * Words that stand in lists and sentences beside other words, so no character of them may break the line or turn the direction of text;
 * with at least `min` characters that a reader sees.
 */
export const lineSchema = (min: number, max: number) =>
  textSchema(max)
    .refine((text) => visibleLength(text) >= min, `expected at least ${min} visible characters`)
    .refine((text) => !/[\t\n\r\u2028\u2029]/u.test(text), 'expected one line')
    .refine(
      (text) => !/[\u202a-\u202e\u2066-\u2069]/u.test(text),
      'expected no characters that turn the direction of text',
    );
/** A person's name. */
export const nameSchema = lineSchema(1, 120);

export const tableParams = z.object({ table: keySchema });
export const proposalParams = z.object({ proposal: keySchema });

/** Someone as a reader may know her: the name is absent for readers who may not see names; then the seat's label stands for her. */
export const memberViewSchema = z.object({
  /** Pseudonym at this table. */
  member: z.string(),
  name: z.string().nullable(),
  title: wordsSchema.nullable(),
});

export const organisationViewSchema = z.object({ id: z.string(), key: z.string(), name: wordsSchema });
export type OrganisationView = z.infer<typeof organisationViewSchema>;

export const seatViewSchema = z.object({
  id: z.string(),
  /** Order of the seat at the table, from 1: its label is sector and number. */
  number: z.int(),
  sector: sectorSchema,
  organisation: organisationViewSchema.nullable(),
  level: levelSchema,
  right: z.enum(['vote', 'voice']),
  assesses: z.boolean(),
  decidingAuthority: z.boolean(),
  holder: memberViewSchema.nullable(),
  deputy: memberViewSchema.nullable(),
});
export type SeatView = z.infer<typeof seatViewSchema>;
export type MemberView = z.infer<typeof memberViewSchema>;

/** Who the reader is at one table. `null` fields: not at the table. */
export const meAtTableSchema = z.object({
  member: z.string().nullable(),
  seat: z.string().nullable(),
  /** True when she acts as deputy of the seat's holder. */
  asDeputy: z.boolean(),
  roles: z.array(tableRoleSchema),
  /** May invite people and read everything: administrators of the installation. */
  administrator: z.boolean(),
  seesNames: z.boolean(),
});
export type MeAtTable = z.infer<typeof meAtTableSchema>;
