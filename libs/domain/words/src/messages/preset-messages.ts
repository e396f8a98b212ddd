import { type PresetKey, type PresetKind, type PresetSource } from '@tavolo/governance';
import { catalogue } from '../catalogue.js';

type Key = `${PresetKey}.name` | `${PresetKey}.plain` | `kind.${PresetKind}` | `source.${PresetSource['kind']}`;

/** The presets of rules: what each is called, and what it means in plain words. */
export const presetMessages = catalogue(
  'preset',
  {
    'kind.consultation': 'Consultation',
    'kind.planning': 'Planning',
    'kind.auto_administration': 'Auto-administration',
    'kind.auto_regulation': 'Auto-regulation',
    'kind.sector_bench': 'Bench of one sector',
    'kind.citizen_vote': 'Vote of the citizens',
    'source.law': 'Law',
    'source.regulation': 'Regulation',
    'source.publication': 'Publication',
    'source.practice': 'Practice',
    'it-zone-plan-table.name': 'Table of a zone plan (Italy)',
    'it-zone-plan-table.plain':
      'The institution asks the table about the social plan of the zone, and decides. Meetings are called ten days ahead; the table stays together after the plan is signed.',
    'it-trento-territorial.name': 'Territorial table (Trento, Italy)',
    'it-trento-territorial.plain':
      'The table looks for a shared decision first; otherwise the majority of those present decides, openly. If there is no plan by the deadline, the institution goes on by itself.',
    'it-er-negotiation-table.name': 'Negotiation table (Emilia-Romagna, Italy)',
    'it-er-negotiation-table.plain':
      'A table of 15 to 20 people that looks for consensus and builds the objections of the minority into the text, under the eyes of an independent committee.',
    'it-art55-co-programming.name': 'Co-programming (Italy)',
    'it-art55-co-programming.plain':
      'Institution and third sector find out together which needs there are and what can be done. It begins with a public notice and ends with a report that gives reasons.',
    'it-art55-co-design.name': 'Co-design (Italy)',
    'it-art55-co-design.plain':
      'Institution and third sector design a service together, within aims and a budget that a notice states. It ends in a convention.',
    'de-youth-committee.name': 'Youth welfare committee (Germany)',
    'de-youth-committee.plain':
      'A committee in which three fifths of the seats come from the council and two fifths from third-sector bodies. It decides by itself, within its funds; a tie rejects.',
    'ilo-tripartite.name': 'Tripartite conference (ILO)',
    'ilo-tripartite.plain':
      'For each two votes of governments there is one of employers and one of workers, and everybody votes alone. A vote is void if fewer than half of those attending say yes or no.',
    'ie-ppn-bench.name': 'Public Participation Network (Ireland)',
    'ie-ppn-bench.plain':
      'The organisations of one sector agree among themselves: one organisation, one vote. The chair goes round, and representatives report back.',
    'wales-services-board.name': 'Public services board (Wales)',
    'wales-services-board.plain':
      'All members must be there for the board to decide, and how a disagreement is resolved is agreed in writing.',
    'nl-reasoned-advice.name': 'Reasoned advice (Netherlands)',
    'nl-reasoned-advice.plain':
      'The institution may decide otherwise than it was advised, but only with its reasons, and the decision shows how the advice was used.',
    'fr-neighbourhood-council.name': 'Neighbourhood council (France)',
    'fr-neighbourhood-council.plain':
      'At most fifteen neighbours, one from each household, drawn by lot within each group, for two years. The institution asks them, and decides.',
    'se-parent-cooperative.name': 'Parent cooperative (Sweden)',
    'se-parent-cooperative.plain':
      'Parents run a nursery: each family has an equal say and does its share of the work, while the staff lead the educational work.',
    'br-participatory-budget.name': 'Participatory budget (Brazil)',
    'br-participatory-budget.plain':
      'Assemblies of citizens send one delegate for each ten who take part, and each district and each theme sends two councillors, who set the priorities of the budget.',
    'it-participatory-budget.name': 'Participatory budget (Italy)',
    'it-participatory-budget.plain':
      'Whoever is sixteen or older and lives, works or studies here votes for one or two projects that were checked beforehand.',
    'consent-charter.name': 'Charter by consent',
    'consent-charter.plain':
      'Subjects write a charter together and sign it each for itself. The text goes to signing when nobody has a reasoned objection, and it has a date for its review.',
  } satisfies Readonly<Record<Key, string>>,
  {
    'kind.consultation': 'Consultazione',
    'kind.planning': 'Programmazione negoziata',
    'kind.auto_administration': 'Auto-amministrazione',
    'kind.auto_regulation': 'Auto-regolazione',
    'kind.sector_bench': 'Componente di un settore',
    'kind.citizen_vote': 'Voto dei cittadini',
    'source.law': 'Legge',
    'source.regulation': 'Regolamento',
    'source.publication': 'Pubblicazione',
    'source.practice': 'Prassi',
    'it-zone-plan-table.name': 'Tavolo del piano di zona (Italia)',
    'it-zone-plan-table.plain':
      'L’istituzione interpella il tavolo sul piano sociale di zona, e decide. Le riunioni sono convocate dieci giorni prima; il tavolo resta insieme anche dopo la firma del piano.',
    'it-trento-territorial.name': 'Tavolo territoriale (Trento)',
    'it-trento-territorial.plain':
      'Il tavolo cerca prima una decisione condivisa; altrimenti decide la maggioranza dei presenti, a voto palese. Se entro il termine non c’è un piano, l’istituzione procede da sola.',
    'it-er-negotiation-table.name': 'Tavolo di negoziazione (Emilia-Romagna)',
    'it-er-negotiation-table.plain':
      'Un tavolo di 15–20 persone che cerca il consenso e accoglie nel testo le obiezioni della minoranza, sotto gli occhi di un comitato indipendente.',
    'it-art55-co-programming.name': 'Co-programmazione (Italia)',
    'it-art55-co-programming.plain':
      'Istituzione e Terzo settore individuano insieme i bisogni e che cosa si può fare. Comincia con un avviso pubblico e finisce con una relazione motivata.',
    'it-art55-co-design.name': 'Co-progettazione (Italia)',
    'it-art55-co-design.plain':
      'Istituzione e Terzo settore progettano insieme un servizio, entro le finalità e le risorse indicate da un avviso. Si conclude con una convenzione.',
    'de-youth-committee.name': 'Comitato per la gioventù (Germania)',
    'de-youth-committee.plain':
      'Un comitato in cui tre quinti dei seggi vengono dal consiglio e due quinti dagli enti del Terzo settore. Decide da sé, nei limiti delle sue risorse; la parità respinge.',
    'ilo-tripartite.name': 'Conferenza tripartita (OIL)',
    'ilo-tripartite.plain':
      'Per ogni due voti dei governi ce n’è uno dei datori di lavoro e uno dei lavoratori, e ciascuno vota da solo. Il voto è nullo se dice sì o no meno della metà dei presenti.',
    'ie-ppn-bench.name': 'Rete di partecipazione pubblica (Irlanda)',
    'ie-ppn-bench.plain':
      'Le organizzazioni di un settore si mettono d’accordo fra loro: un’organizzazione, un voto. La presidenza passa a turno, e i rappresentanti riferiscono.',
    'wales-services-board.name': 'Consiglio dei servizi pubblici (Galles)',
    'wales-services-board.plain':
      'Per decidere devono esserci tutti i membri, e come si risolve un disaccordo è stabilito per iscritto.',
    'nl-reasoned-advice.name': 'Parere motivato (Paesi Bassi)',
    'nl-reasoned-advice.plain':
      'L’istituzione può decidere diversamente dal parere ricevuto, ma solo motivando, e la decisione mostra come ne ha tenuto conto.',
    'fr-neighbourhood-council.name': 'Consiglio di quartiere (Francia)',
    'fr-neighbourhood-council.plain':
      'Al massimo quindici vicini, uno per famiglia, estratti a sorte dentro ciascun gruppo, per due anni. L’istituzione li interpella, e decide.',
    'se-parent-cooperative.name': 'Cooperativa di genitori (Svezia)',
    'se-parent-cooperative.plain':
      'I genitori gestiscono un asilo: ogni famiglia conta allo stesso modo e fa la sua parte del lavoro, mentre il personale guida il lavoro educativo.',
    'br-participatory-budget.name': 'Bilancio partecipativo (Brasile)',
    'br-participatory-budget.plain':
      'Le assemblee dei cittadini mandano un delegato ogni dieci partecipanti, e ogni quartiere e ogni tema manda due consiglieri, che fissano le priorità del bilancio.',
    'it-participatory-budget.name': 'Bilancio partecipativo (Italia)',
    'it-participatory-budget.plain':
      'Chi ha almeno sedici anni e qui vive, lavora o studia vota uno o due progetti verificati prima.',
    'consent-charter.name': 'Carta per consenso',
    'consent-charter.plain':
      'I soggetti scrivono insieme una carta e la firmano ciascuno per sé. Il testo passa alla firma quando nessuno ha un’obiezione motivata, e ha una data per la sua verifica.',
  },
);
