import { type AutoRegulationRulebook } from '@tavolo/governance';
import { type TableDesign } from './small-table.act.js';

/** Rules of a table at which each signs for itself: three signatories of three sectors make a charter. */
export const charterRulebook: AutoRegulationRulebook = {
  key: 'RB-CHA-1',
  version: 1,
  adoptedOn: '2026-01-10',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  mode: 'auto_regulation',
  signingDays: 30,
  signingExtensions: 1,
  entry: { minSignatories: 3, minSectors: 3 },
  reservations: true,
  withdrawalNoticeDays: 60,
  atRiskDays: 30,
  reviewEveryMonths: 12,
};

/** One organisation of each sector, the first with two seats; a facilitator, a secretary and a guarantor without seats. */
export const charterTable = (key: string, changes: Partial<TableDesign> = {}): TableDesign => ({
  key,
  visibility: 'public',
  rulebook: charterRulebook,
  people: [
    { name: 'Paola', sector: 'public' },
    { name: 'Piero', sector: 'public' },
    { name: 'Teresa', sector: 'third_sector' },
    { name: 'Carla', sector: 'citizens' },
    { name: 'Bruno', sector: 'market' },
    { name: 'Vera', sector: 'market', right: 'voice' },
    { name: 'Fabio', roles: ['facilitator'] },
    { name: 'Sara', roles: ['secretary'] },
    { name: 'Ada', roles: ['guarantor'] },
  ],
  ...changes,
});
