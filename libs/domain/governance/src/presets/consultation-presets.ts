import { provision } from '../provisions.js';
import { consultation } from './by-mode.js';
import { law, practice, regulation, type Preset } from './preset.js';

const thirdSectorCode = law('Decreto legislativo 3 luglio 2017, n. 117, Codice del Terzo settore');
const guidelines = regulation(
  'Decreto del Ministro del lavoro e delle politiche sociali 31 marzo 2021, n. 72, Linee guida sul rapporto tra pubbliche amministrazioni ed enti del Terzo settore',
);

/** What the presets of co-programming and co-design come from. */
export const sharedAdministration = [thirdSectorCode, guidelines] as const;

/** Models of tables at which the institution decides after asking. */
export const consultationPresets = [
  {
    key: 'it-zone-plan-table',
    kind: 'consultation',
    sources: [
      law(
        'Legge 8 novembre 2000, n. 328, Legge quadro per la realizzazione del sistema integrato di interventi e servizi sociali',
      ),
      practice('Regolamenti dei tavoli tematici dei piani di zona: un modello composto da più regolamenti'),
    ],
    rules: consultation(),
    provisions: [
      provision('notice', 10),
      provision('meetingQuorum', 1, 2),
      provision('meetingSecondCall', 1, 3),
      provision('minutesTacit', 10),
      provision('goesOn'),
      provision('lateJoinersVoice'),
    ],
  },
  {
    key: 'it-art55-co-programming',
    kind: 'consultation',
    sources: [
      ...sharedAdministration,
      law(
        'Regione Toscana, legge regionale 22 luglio 2020, n. 65, Norme di sostegno e promozione degli enti del Terzo settore toscano',
      ),
    ],
    rules: consultation(),
    provisions: [
      provision('publicAct'),
      provision('publicNotice', 20),
      provision('essentialOthers'),
      provision('finalReport'),
      provision('allPublished'),
    ],
  },
  {
    key: 'nl-reasoned-advice',
    kind: 'consultation',
    sources: [law('Algemene wet bestuursrecht')],
    rules: consultation(),
    provisions: [provision('adviceUsed')],
  },
  {
    key: 'fr-neighbourhood-council',
    kind: 'consultation',
    sources: [
      law('Loi n° 2002-276 du 27 février 2002 relative à la démocratie de proximité'),
      law('Code général des collectivités territoriales'),
      practice('Chartes municipales des conseils de quartier'),
    ],
    rules: consultation(),
    provisions: [
      provision('mostMembers', 15),
      provision('onePerHousehold'),
      provision('lotInCollege'),
      provision('term', 2, 2),
    ],
  },
] as const satisfies readonly Preset[];
