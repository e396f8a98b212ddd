import { type ConsultationRulebook } from '@tavolo/governance';
import { type TableDesign } from './small-table.act.js';

/** Rules of a table that the institution consults. */
export const consultationRulebook: ConsultationRulebook = {
  key: 'RB-ASK-1',
  version: 1,
  adoptedOn: '2026-01-10',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  mode: 'consultation',
  windowDaysMin: 20,
  urgentWindowDaysMin: 7,
  extension: { days: 10, times: 1, belowSeats: '1/2', ifSectorSilent: true },
  replyDays: 30,
  lapseDays: 60,
  deviationStatementMinChars: 200,
};

/** Giulia sits for the deciding institution; seven seats of four sectors give assessments. */
export const consultationTable = (key: string, changes: Partial<TableDesign> = {}): TableDesign => ({
  key,
  visibility: 'public',
  rulebook: consultationRulebook,
  people: [
    { name: 'Giulia', sector: 'public', decidingAuthority: true, assesses: false },
    { name: 'Paola', sector: 'public' },
    { name: 'Teresa', sector: 'third_sector' },
    { name: 'Tommaso', sector: 'third_sector' },
    { name: 'Rosa', sector: 'third_sector' },
    { name: 'Carla', sector: 'citizens' },
    { name: 'Bruno', sector: 'market', right: 'voice' },
    { name: 'Marta', sector: 'market', right: 'voice' },
  ],
  ...changes,
});
