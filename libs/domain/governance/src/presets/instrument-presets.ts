import { provision } from '../provisions.js';
import { law, practice, publication, regulation, type Preset } from './preset.js';

/** Models of instruments: the bench of a sector, and votes of the citizens. No table is opened from them. */
export const instrumentPresets = [
  {
    key: 'ie-ppn-bench',
    kind: 'sector_bench',
    sources: [
      law('Local Government Reform Act 2014'),
      regulation('Public Participation Networks: User Guide, Government of Ireland'),
    ],
    rules: null,
    conditions: {
      name: 'ie-ppn-bench',
      conditions: [
        {
          id: 'majority',
          type: 'ratio',
          numerator: ['organisationsYes'],
          denominator: ['organisationsYes', 'organisationsNo'],
          op: '>',
          value: '1/2',
        },
      ],
    },
    provisions: [
      provision('oneOrganisationOneVote'),
      provision('rotatingChair'),
      provision('reportBack'),
      provision('absencesResign', 2),
    ],
  },
  {
    key: 'br-participatory-budget',
    kind: 'citizen_vote',
    sources: [
      regulation('Prefeitura de Porto Alegre, Regimento Interno do Orçamento Participativo'),
      publication(
        'B. de Sousa Santos, “Participatory Budgeting in Porto Alegre: Toward a Redistributive Democracy”, Politics & Society 26(4), 1998',
      ),
    ],
    rules: null,
    provisions: [provision('delegates', 10), provision('councillors', 2), provision('substitutes')],
  },
  {
    key: 'it-participatory-budget',
    kind: 'citizen_vote',
    sources: [practice('Regolamenti comunali sul bilancio partecipativo, fra cui quelli di Bologna e di Milano')],
    rules: null,
    provisions: [provision('voters', 16), provision('feasibility'), provision('preferences', 1, 2)],
  },
] as const satisfies readonly Preset[];
