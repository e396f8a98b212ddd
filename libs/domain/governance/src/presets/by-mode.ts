import {
  type AutoAdministrationRulebook,
  type AutoRegulationRulebook,
  type ConsultationRulebook,
  type PlanningRulebook,
} from '../rulebook.js';
import { type PresetRules } from './preset.js';

/** More than half: a tie rejects. */
export const moreThanHalf = { fraction: '1/2', strict: true } as const;

const parties = ['public', 'third_sector', 'citizens'] as const;

type Settings<Of extends PresetRules['mode']> = Omit<Extract<PresetRules, { mode: Of }>, 'mode'>;

/** Consultation as domain.md 2.2 has it, with what differs. */
export const consultation = (
  differing: Partial<Settings<'consultation'>> = {},
): Pick<ConsultationRulebook, 'mode'> & Settings<'consultation'> => ({
  mode: 'consultation',
  windowDaysMin: 20,
  urgentWindowDaysMin: 7,
  extension: { days: 10, times: 1, belowSeats: '1/2', ifSectorSilent: true },
  replyDays: 30,
  lapseDays: 60,
  deviationStatementMinChars: 200,
  ...differing,
});

/** Planning as domain.md 2.2 has it, with what differs. */
export const planning = (
  differing: Partial<Settings<'planning'>> = {},
): Pick<PlanningRulebook, 'mode'> & Settings<'planning'> => ({
  mode: 'planning',
  parties,
  quorum: {
    overall: moreThanHalf,
    perSector: { fraction: '1/3', min: 1 },
    secondCall: { afterDays: 1, overall: { fraction: '1/3', strict: false }, perSectorMin: 1 },
    emptySector: 'block',
  },
  decision: { first: 'consent', base: 'cast', threshold: moreThanHalf, concurrence: parties },
  hold: { need: '2/3', days: 15, perProposal: 1 },
  maxReferBack: 1,
  mediationDays: 15,
  negotiationDays: 120,
  ratificationDays: 15,
  maxConsentRounds: 2,
  ratifyingOrgan: null,
  ...differing,
});

/** Auto-administration as domain.md 2.2 has it, with what differs; that holders come from two organisations is a condition. */
export const holders = (
  differing: Partial<Settings<'auto_administration'>> = {},
): Pick<AutoAdministrationRulebook, 'mode'> & Settings<'auto_administration'> => ({
  mode: 'auto_administration',
  quorum: { overall: moreThanHalf, emptySector: 'block' },
  ordinary: { base: 'cast', threshold: moreThanHalf },
  spending: { base: 'eligible', threshold: moreThanHalf },
  standstillDays: 10,
  ...differing,
});

/** Auto-regulation as domain.md 2.2 has it, with what differs. */
export const charter = (
  differing: Partial<Settings<'auto_regulation'>> = {},
): Pick<AutoRegulationRulebook, 'mode'> & Settings<'auto_regulation'> => ({
  mode: 'auto_regulation',
  signingDays: 30,
  signingExtensions: 1,
  entry: { minSignatories: 6, minSectors: 3 },
  reservations: true,
  withdrawalNoticeDays: 60,
  atRiskDays: 30,
  reviewEveryMonths: null,
  ...differing,
});
