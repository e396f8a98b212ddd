import { type Words } from '@tavolo/kernel';
import {
  type AutoRegulationRulebook,
  type ConsultationRulebook,
  type PlanningRulebook,
  type QuorumRule,
  type Rulebook,
} from './rulebook.js';

/** Keys of the sentences in which a rulebook is printed in plain words, in either language. */
export const rulebookSentenceKeys = [
  'mode.planning', // parties
  'mode.consultation',
  'mode.auto_administration',
  'mode.auto_regulation',
  'quorum.overall', // fraction, strict
  'quorum.perSector', // fraction, min
  'quorum.secondCall', // afterDays, fraction, strict, perSectorMin
  'quorum.emptySector.block',
  'quorum.emptySector.waive',
  'decision.consentFirst', // maxRounds
  'decision.ballot', // base, fraction, strict
  'decision.concurrence', // sectors
  'decision.noConcurrence',
  'decision.tieRejects',
  'hold', // fraction, days, perProposal
  'noHold',
  'negotiation', // days
  'ratification', // days
  'negotiatingMandate',
  'referBack', // times
  'mediation', // days
  'organ', // name, days
  'noOrgan',
  'window', // min, urgentMin
  'extension', // days, times, fraction
  'extension.ifSectorSilent',
  'replies', // days
  'deviation', // minChars
  'lapse', // days
  'signing', // days
  'signing.extension', // times
  'reservations',
  'noReservations',
  'entry', // minSignatories, minSectors
  'withdrawal', // days
  'atRisk', // days
  'amendment',
  'breach',
  'charterReview', // months
  'noCharterReview',
] as const;
export type RulebookSentenceKey = (typeof rulebookSentenceKeys)[number];

/** One sentence of a rulebook: numbers are days, times, seats or characters; fractions are texts such as `1/2`. */
export interface RulebookSentence {
  readonly key: RulebookSentenceKey;
  readonly values: Readonly<Record<string, number | string | boolean | readonly string[] | Words>>;
}

const say = (key: RulebookSentenceKey, values: RulebookSentence['values'] = {}): RulebookSentence => ({ key, values });

/** A rulebook as sentences in reading order. Of a mode that is not offered yet only the mode is said. */
export function rulebookSentences(rulebook: Rulebook): readonly RulebookSentence[] {
  switch (rulebook.mode) {
    case 'planning':
      return ofPlanning(rulebook);
    case 'consultation':
      return ofConsultation(rulebook);
    case 'auto_regulation':
      return ofCharters(rulebook);
    case 'auto_administration':
      return [say(`mode.${rulebook.mode}`)];
  }
}

function ofPlanning(rulebook: PlanningRulebook): readonly RulebookSentence[] {
  const { parties, quorum, decision, hold, ratifyingOrgan } = rulebook;
  const { base, threshold, concurrence, first } = decision;
  return [
    say('mode.planning', { parties }),
    say('negotiation', { days: rulebook.negotiationDays }),
    rulebook.negotiatingMandate ? say('negotiatingMandate') : say('ratification', { days: rulebook.ratificationDays }),
    ...(first === 'consent' ? [say('decision.consentFirst', { maxRounds: rulebook.maxConsentRounds })] : []),
    say('decision.ballot', { base, fraction: threshold.fraction, strict: threshold.strict }),
    concurrence.length > 0 ? say('decision.concurrence', { sectors: concurrence }) : say('decision.noConcurrence'),
    say('decision.tieRejects'),
    ...ofQuorum(quorum),
    hold ? say('hold', { fraction: hold.need, days: hold.days, perProposal: hold.perProposal }) : say('noHold'),
    say('referBack', { times: rulebook.maxReferBack }),
    say('mediation', { days: rulebook.mediationDays }),
    ratifyingOrgan ? say('organ', { name: ratifyingOrgan.name, days: ratifyingOrgan.days }) : say('noOrgan'),
  ];
}

function ofQuorum({ overall, perSector, secondCall, emptySector }: QuorumRule): readonly RulebookSentence[] {
  return [
    say('quorum.overall', { fraction: overall.fraction, strict: overall.strict }),
    ...(perSector ? [say('quorum.perSector', { fraction: perSector.fraction, min: perSector.min })] : []),
    ...(secondCall
      ? [
          say('quorum.secondCall', {
            afterDays: secondCall.afterDays,
            fraction: secondCall.overall.fraction,
            strict: secondCall.overall.strict,
            perSectorMin: secondCall.perSectorMin,
          }),
        ]
      : []),
    say(`quorum.emptySector.${emptySector}`),
  ];
}

function ofConsultation(rulebook: ConsultationRulebook): readonly RulebookSentence[] {
  const { days, times, belowSeats, ifSectorSilent } = rulebook.extension;
  return [
    say('mode.consultation'),
    say('window', { min: rulebook.windowDaysMin, urgentMin: rulebook.urgentWindowDaysMin }),
    say('extension', { days, times, fraction: belowSeats }),
    ...(ifSectorSilent ? [say('extension.ifSectorSilent')] : []),
    say('replies', { days: rulebook.replyDays }),
    say('deviation', { minChars: rulebook.deviationStatementMinChars }),
    say('lapse', { days: rulebook.lapseDays }),
  ];
}

function ofCharters(rulebook: AutoRegulationRulebook): readonly RulebookSentence[] {
  const { signingExtensions: times, entry, reviewEveryMonths: months } = rulebook;
  return [
    say('mode.auto_regulation'),
    say('signing', { days: rulebook.signingDays }),
    ...(times > 0 ? [say('signing.extension', { times })] : []),
    say(rulebook.reservations ? 'reservations' : 'noReservations'),
    say('entry', { minSignatories: entry.minSignatories, minSectors: entry.minSectors }),
    months === null ? say('noCharterReview') : say('charterReview', { months }),
    say('withdrawal', { days: rulebook.withdrawalNoticeDays }),
    say('atRisk', { days: rulebook.atRiskDays }),
    say('amendment'),
    say('breach'),
  ];
}
