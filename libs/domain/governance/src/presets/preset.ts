import { type ConditionalRule } from '../conditions/condition.js';
import { type Provision } from '../provisions.js';
import {
  type AutoAdministrationRulebook,
  type AutoRegulationRulebook,
  type ConsultationRulebook,
  type Mode,
  type PlanningRulebook,
  type Rulebook,
} from '../rulebook.js';

/** The presets of domain.md section 3. They are models, not legal advice. */
export const presetKeys = [
  'it-zone-plan-table',
  'it-trento-territorial',
  'it-er-negotiation-table',
  'it-art55-co-programming',
  'it-art55-co-design',
  'de-youth-committee',
  'ilo-tripartite',
  'ie-ppn-bench',
  'wales-services-board',
  'nl-reasoned-advice',
  'fr-neighbourhood-council',
  'se-parent-cooperative',
  'br-participatory-budget',
  'it-participatory-budget',
  'consent-charter',
] as const;
export type PresetKey = (typeof presetKeys)[number];

/** What a preset is for: a table in one of the four modes, the bench of one sector, or a vote of the citizens (an instrument, not a mode). */
export const presetKinds = ['sector_bench', 'citizen_vote'] as const;
export type PresetKind = Mode | (typeof presetKinds)[number];

/** Where a preset comes from, by the name that the source itself bears. */
export interface PresetSource {
  readonly kind: 'law' | 'regulation' | 'publication' | 'practice';
  readonly name: string;
}

type Head = keyof Rulebook;
/** The settings of a mode, without what a rulebook says of itself. */
export type PresetRules =
  | Omit<PlanningRulebook, Exclude<Head, 'mode'>>
  | Omit<ConsultationRulebook, Exclude<Head, 'mode'>>
  | Omit<AutoRegulationRulebook, Exclude<Head, 'mode'>>
  | Omit<AutoAdministrationRulebook, Exclude<Head, 'mode'>>;

/** A model of rules with its source. What section 3 leaves open follows the mode (domain.md 2.2). */
export interface Preset {
  readonly key: PresetKey;
  readonly kind: PresetKind;
  readonly sources: readonly PresetSource[];
  /** `null`: no table is opened from it, since it is an instrument of a bench or of the citizens. */
  readonly rules: PresetRules | null;
  readonly shares?: NonNullable<Rulebook['shares']>;
  readonly conditions?: ConditionalRule;
  readonly provisions: readonly Provision[];
}

/** Declares a preset. */
export const law = (name: string): PresetSource => ({ kind: 'law', name });
export const regulation = (name: string): PresetSource => ({ kind: 'regulation', name });
export const publication = (name: string): PresetSource => ({ kind: 'publication', name });
export const practice = (name: string): PresetSource => ({ kind: 'practice', name });
