import { provision } from '../provisions.js';
import { moreThanHalf, planning } from './by-mode.js';
import { sharedAdministration } from './consultation-presets.js';
import { law, practice, regulation, type Preset } from './preset.js';

/** Models of tables that negotiate and decide together. */
export const planningPresets = [
  {
    key: 'it-trento-territorial',
    kind: 'planning',
    sources: [
      law(
        'Provincia autonoma di Trento, legge provinciale 27 luglio 2007, n. 13, Politiche sociali nella provincia di Trento',
      ),
      practice('Regolamenti dei tavoli territoriali delle comunità di valle'),
    ],
    rules: planning({
      decision: { first: 'consent', base: 'present', threshold: moreThanHalf, concurrence: [] },
    }),
    provisions: [
      provision('interestFirst'),
      provision('wholeOrParts'),
      provision('term', 3, 1),
      provision('institutionProceeds'),
    ],
  },
  {
    key: 'it-er-negotiation-table',
    kind: 'planning',
    sources: [
      law(
        'Regione Emilia-Romagna, legge regionale 22 ottobre 2018, n. 15, Legge sulla partecipazione all’elaborazione delle politiche pubbliche',
      ),
      practice('Regolamenti dei tavoli di negoziazione dei processi partecipativi'),
    ],
    rules: planning(),
    provisions: [
      provision('size', 15, 20),
      provision('minorityObjections'),
      provision('summaryMinutes'),
      provision('guaranteeCommittee'),
      provision('relatedActsSuspended'),
    ],
  },
  {
    key: 'it-art55-co-design',
    kind: 'planning',
    sources: sharedAdministration,
    rules: planning(),
    provisions: [
      provision('noticeContents'),
      provision('marketSupports'),
      provision('minutedSittings'),
      provision('endsInConvention'),
    ],
  },
  {
    key: 'ilo-tripartite',
    kind: 'planning',
    sources: [
      law('Constitution of the International Labour Organization'),
      regulation('Standing Orders of the International Labour Conference'),
    ],
    rules: planning({
      parties: ['public', 'third_sector', 'market'],
      // Whether a vote is void is asked of the delegates attending, by a condition: no number of seats has to attend.
      quorum: { overall: { fraction: '0/1', strict: false }, emptySector: 'block' },
      decision: { first: 'ballot', base: 'cast', threshold: moreThanHalf, concurrence: [] },
      hold: null,
    }),
    // Governments, workers and employers 2:1:1; here the workers sit with the third sector, the employers are the market.
    shares: { public: '1/2', third_sector: '1/4', market: '1/4' },
    conditions: {
      name: 'ilo-tripartite',
      conditions: [
        {
          id: 'valid',
          role: 'quorum',
          type: 'ratio',
          numerator: ['yes', 'no'],
          denominator: ['present'],
          op: '>=',
          value: '1/2',
        },
      ],
    },
    provisions: [provision('individualVotes')],
  },
  {
    key: 'wales-services-board',
    kind: 'planning',
    sources: [
      law('Well-being of Future Generations (Wales) Act 2015'),
      regulation('Welsh Government, Shared Purpose: Shared Future, statutory guidance on the Act'),
    ],
    rules: planning({ quorum: { overall: { fraction: '1/1', strict: false }, emptySector: 'block' } }),
    provisions: [provision('disagreement'), provision('firstMeeting', 60)],
  },
] as const satisfies readonly Preset[];
