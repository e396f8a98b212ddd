import { type ConsultationRulebook, type PlanningRulebook } from '@tavolo/governance';

const head = { adoptedOn: '2026-01-10', zone: 'Europe/Rome', holidays: { country: 'IT', local: [] } } as const;

/** Rules of a table that negotiates. */
export const planning = (version: number): PlanningRulebook => ({
  ...head,
  key: `RB-PLAN-${version}`,
  version,
  mode: 'planning',
  parties: ['public', 'third_sector', 'citizens'],
  quorum: { overall: { fraction: '1/2', strict: true }, emptySector: 'block' },
  decision: { first: 'ballot', base: 'cast', threshold: { fraction: '1/2', strict: true }, concurrence: [] },
  hold: null,
  maxReferBack: 1,
  mediationDays: 15,
  negotiationDays: 120,
  ratificationDays: 15,
  maxConsentRounds: 2,
  ratifyingOrgan: null,
});

/** Rules of a table that is consulted. */
export const consultation = (version: number): ConsultationRulebook => ({
  ...head,
  key: `RB-ASK-${version}`,
  version,
  mode: 'consultation',
  windowDaysMin: 20,
  urgentWindowDaysMin: 7,
  extension: { days: 10, times: 1, belowSeats: '1/2', ifSectorSilent: true },
  replyDays: 30,
  lapseDays: 60,
  deviationStatementMinChars: 200,
});
