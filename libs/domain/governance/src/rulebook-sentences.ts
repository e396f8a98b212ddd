import { parseFraction, type Words } from '@tavolo/kernel';
import { conditionSentenceKeys, conditionSentences } from './conditions/condition-sentences.js';
import { provisionKeys, type ProvisionKey } from './provisions.js';
import {
  type AutoAdministrationRulebook,
  type AutoRegulationRulebook,
  type ConsultationRulebook,
  type MajorityRule,
  type OtherRulebook,
  type PlanningRulebook,
  type QuorumRule,
  type Rulebook,
} from './rulebook.js';
import { sectors } from './seat.js';

type ProvisionSentenceKey = `provision.${ProvisionKey}`;
const provisionSentenceKeys = provisionKeys.map((key): ProvisionSentenceKey => `provision.${key}`);

/** Keys of the sentences in which a rulebook is printed in plain words, in either language. */
export const rulebookSentenceKeys = [
  'mode.planning', // parties
  'mode.consultation',
  'mode.auto_administration',
  'mode.auto_regulation',
  'quorum.organisations', // min
  'decision.ordinary', // base, fraction, strict
  'decision.spending', // base, fraction, strict
  'standstill', // days
  'callIn',
  'ruling',
  'returned',
  'quorum.overall', // fraction, strict
  'quorum.perSector', // fraction, min
  'quorum.secondCall', // afterDays, fraction, strict, perSectorMin
  'quorum.secondCallAsOne', // afterDays, fraction, strict
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
  'quorum.none',
  'market.vote',
  'market.voice',
  'shares', // sector, fraction
  ...conditionSentenceKeys,
  ...provisionSentenceKeys,
] as const;
export type RulebookSentenceKey = (typeof rulebookSentenceKeys)[number];

/** One sentence of a rulebook: numbers are days, times, seats or characters; fractions are texts such as `1/2`. */
export interface RulebookSentence {
  readonly key: RulebookSentenceKey;
  readonly values: Readonly<Record<string, number | string | boolean | readonly string[] | Words>>;
}

const say = (key: RulebookSentenceKey, values: RulebookSentence['values'] = {}): RulebookSentence => ({ key, values });

/** A rulebook as sentences in reading order: its settings, then what it says besides. Of a mode that is not offered yet only the mode is said. */
export const rulebookSentences = (rulebook: Rulebook): readonly RulebookSentence[] => [
  ...ofSettings(rulebook),
  ...furtherSentences(rulebook),
];

/** The right of the market, fixed shares, further conditions and provisions, of a rulebook or of a preset. */
export function furtherSentences({
  market,
  shares = {},
  conditions,
  provisions = [],
}: Pick<Rulebook, 'market' | 'shares' | 'conditions' | 'provisions'>): readonly RulebookSentence[] {
  return [
    ...(market ? [say(`market.${market}`)] : []),
    ...sectors.flatMap((sector) => {
      const fraction = shares[sector];
      return fraction === undefined ? [] : [say('shares', { sector, fraction })];
    }),
    ...(conditions?.conditions ?? []).flatMap(conditionSentences),
    ...provisions.map(({ key, numbers }) => say(`provision.${key}`, numbers)),
  ];
}

function ofSettings(rulebook: Rulebook): readonly RulebookSentence[] {
  switch (rulebook.mode) {
    case 'planning':
      return ofPlanning(rulebook);
    case 'consultation':
      return ofConsultation(rulebook);
    case 'auto_regulation':
      return ofCharters(rulebook);
    case 'auto_administration':
      return ofMandates(rulebook);
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

function ofQuorum({
  overall,
  minOrganisations,
  perSector,
  secondCall,
  emptySector,
}: QuorumRule): readonly RulebookSentence[] {
  return [
    parseFraction(overall.fraction).numerator === 0n
      ? say('quorum.none')
      : say('quorum.overall', { fraction: overall.fraction, strict: overall.strict }),
    ...(minOrganisations === undefined ? [] : [say('quorum.organisations', { min: minOrganisations })]),
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
    ...(ifSectorSilent && times > 0 ? [say('extension.ifSectorSilent')] : []),
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

function ofMandates(rulebook: AutoAdministrationRulebook | OtherRulebook): readonly RulebookSentence[] {
  if ('values' in rulebook) return [say('mode.auto_administration')];
  const majority = ({ base, threshold }: MajorityRule): RulebookSentence['values'] => ({
    base,
    fraction: threshold.fraction,
    strict: threshold.strict,
  });
  return [
    say('mode.auto_administration'),
    say('decision.ordinary', majority(rulebook.ordinary)),
    say('decision.spending', majority(rulebook.spending)),
    say('decision.tieRejects'),
    ...ofQuorumAsOne(rulebook.quorum),
    say('standstill', { days: rulebook.standstillDays }),
    say('callIn'),
    say('ruling'),
    say('returned'),
  ];
}

/** The quorum of those who decide as one: they are no parties, so nothing is asked of each sector. */
const ofQuorumAsOne = (quorum: QuorumRule): readonly RulebookSentence[] =>
  ofQuorum(quorum).flatMap(({ key, values }) => {
    if (key === 'quorum.perSector' || key.startsWith('quorum.emptySector')) return [];
    if (key !== 'quorum.secondCall') return [{ key, values }];
    const others = Object.entries(values).filter(([name]) => name !== 'perSectorMin');
    return [say('quorum.secondCallAsOne', Object.fromEntries(others))];
  });
