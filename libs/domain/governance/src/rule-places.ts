/**
 * Every place that a refusal or an explanation may cite, as a closed list: sections of the common rules (domain.md, `2.1 Ballots`) and
 * places in a rulebook (`decision.threshold`). Readers read them in words; the catalogue of words is complete by this type.
 */
export const rulePlaces = [
  // common rules
  '1 Two-person rule',
  '1 Negotiating mandate',
  '2.1 Seat',
  '2.1 Quorum',
  '2.1 Frozen text',
  '2.1 Conflict of interest',
  '2.1 Ballots',
  '2.1 Time limits',
  '2.1 Written reasons',
  // the modes side by side
  '2.2',
  '2.2 Proposes',
  '2.2 Amends',
  '2.2 Who is asked',
  '2.2 Objection',
  '2.2 Threshold',
  '2.2 Time',
  '2.2 In writing',
  '2.2 Decides finally',
  '2.2 If it fails',
  // states and transitions
  '2.3 States and transitions',
  '2.3 draft',
  '2.3 Planning',
  '2.3 Planning, settled → ratifying',
  '2.3 Planning, adopted → formalised',
  '2.3 Consent round',
  '2.3 Consultation, responding → decided',
  '2.3 Auto-regulation',
  '2.3 Auto-administration',
  // places in a rulebook
  'quorum',
  'quorum.overall',
  'quorum.perSector',
  'quorum.emptySector',
  'quorum.minOrganisations',
  'quorum.secondCall.afterDays',
  'quorum.secondCall.overall',
  'quorum.secondCall.perSectorMin',
  'decision.first',
  'decision.threshold',
  'decision.concurrence',
  'maxConsentRounds',
  'negotiatingMandate',
  'hold.need',
  'hold.perProposal',
  'entry',
  'windowDaysMin',
  'urgentWindowDaysMin',
  'extension',
  'extension.belowSeats',
  'extension.ifSectorSilent',
  'deviationStatementMinChars',
  'spending',
  'ordinary',
  'standstillDays',
  // places in a mandate
  'mandate.state',
  'mandate.holders',
  'mandate.scope',
  'mandate.expenseTypes',
  'mandate.exclusions',
  'mandate.budget',
  'mandate.perDecision',
  'mandate.expiresOn',
  'mandate.reportEveryDays',
  'mandate.suspendAfterDays',
  'mandate.revocation',
] as const;
export type RulePlace = (typeof rulePlaces)[number];

/** Whether a text, such as the `rule` of a problem that came over the wire, is one of these places. */
export const isRulePlace = (text: unknown): text is RulePlace => (rulePlaces as readonly unknown[]).includes(text);
