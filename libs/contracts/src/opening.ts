import { presetKeys, sectors } from '@tavolo/governance';
import { languages, visibleLength } from '@tavolo/kernel';
import { z } from 'zod';
import { route } from './route.js';
import { rulebookCommandSchema } from './rulebook.schema.js';
import { sectorSchema, textSchema, wordsSchema } from './shared.js';

/** How many seats of one sector a table is opened with at most. */
export const mostSeatsOfSector = 50;

/** A name in at least one language, of characters that a reader sees. */
const nameWords = z
  .object({ en: textSchema(120).optional(), it: textSchema(120).optional() })
  .refine((name) => languages.some((language) => visibleLength(name[language] ?? '') >= 3), {
    error: 'expected a name of at least 3 characters',
  });

export const openTableBody = z.object({
  name: nameWords,
  /** A social area that there is, by its id; or the name of a new one; or none. */
  area: z.union([z.uuid(), z.object({ name: nameWords })]).nullable(),
  preset: z.enum(presetKeys),
  /** The person who convenes the table: its coordinator, which adds no vote. */
  convener: z.uuid(),
  /** How many seats each sector has. */
  seats: z
    .partialRecord(sectorSchema, z.int().min(0).max(mostSeatsOfSector))
    .refine((seats) => sectors.some((sector) => (seats[sector] ?? 0) > 0), { error: 'expected at least one seat' }),
  visibility: z.enum(['public', 'members']),
  /** The rules, where they differ from the preset's; key, version and date are given when the table is opened. */
  rulebook: rulebookCommandSchema.optional(),
});
/** What a client sends. */
export type OpenTableBody = z.infer<typeof openTableBody>;

export const areaViewSchema = z.object({ id: z.string(), name: wordsSchema });

export const openingRoutes = {
  areas: route({
    method: 'GET',
    path: '/areas',
    summary: 'Social areas, for whoever opens a table (administrators)',
    does: { reads: 'areas' },
    response: z.array(areaViewSchema),
  }),
  openTable: route({
    method: 'POST',
    path: '/tables',
    summary: 'Open a table from a preset (administrators)',
    does: { act: 'table.created' },
    body: openTableBody,
    response: z.object({ key: z.string() }),
  }),
};
