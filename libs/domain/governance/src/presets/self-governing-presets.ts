import { type ConditionalRule } from '../conditions/condition.js';
import { provision } from '../provisions.js';
import { charter, holders } from './by-mode.js';
import { law, publication, type Preset } from './preset.js';

/** The holders who are there come from two organisations at least; whoever sits for none counts as one (domain.md 2.2, Quorum). */
const fromTwoOrganisations = (name: string): ConditionalRule => ({
  name,
  conditions: [
    { id: 'organisations', role: 'quorum', type: 'count', of: ['organisationsPresent'], op: '>=', value: 2 },
  ],
});

/** Models in which social groups decide: within a mandate, or each for itself. */
export const selfGoverningPresets = [
  {
    key: 'de-youth-committee',
    kind: 'auto_administration',
    sources: [law('Sozialgesetzbuch, Achtes Buch: Kinder- und Jugendhilfe (Jugendhilfeausschuss)')],
    rules: holders(),
    shares: { public: '3/5', third_sector: '2/5' },
    conditions: fromTwoOrganisations('de-youth-committee'),
    provisions: [
      provision('nominatedShare', 2, 5),
      provision('withinLimits'),
      provision('publicMeetings'),
      provision('callMeeting', 1, 5, 28),
      provision('noInstructions'),
    ],
  },
  {
    key: 'se-parent-cooperative',
    kind: 'auto_administration',
    sources: [
      law('Skollag (2010:800)'),
      law('Lag (2018:672) om ekonomiska föreningar'),
      publication(
        'V. Pestoff, “Citizens and co-production of welfare services: childcare in eight European countries”, Public Management Review 8(4), 2006',
      ),
    ],
    rules: holders(),
    conditions: fromTwoOrganisations('se-parent-cooperative'),
    provisions: [provision('equalFamilies'), provision('workDuty'), provision('staffPedagogy')],
  },
  {
    key: 'consent-charter',
    kind: 'auto_regulation',
    sources: [publication('G. Endenburg, Sociocracy: The Organization of Decision-Making, Eburon, 1998')],
    rules: charter({ reservations: false, reviewEveryMonths: 12 }),
    provisions: [provision('noReasonedObjection'), provision('reviewObligatory')],
  },
] as const satisfies readonly Preset[];
