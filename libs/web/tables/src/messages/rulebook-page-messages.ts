import { catalogue } from '@tavolo/web-ui';

/** The page of a rulebook; its sentences are the `rulebookMessages` of @tavolo/web-ui. */
export const rulebookPageMessages = catalogue(
  'rulebookPage',
  {
    loading: 'Opening the rulebook…',
    title: 'Rulebook {key}',
    'title.of': 'Rulebook {key}, {table}',
    adopted: 'Version {version}, adopted on {date}',
    'topic.working': 'How the table works',
    'topic.deciding': 'How a text is decided',
    'topic.quorum': 'How many have to take part',
    'topic.stopping': 'When a text is stopped or does not pass',
    'topic.confirming': 'Who confirms',
    'topic.assessing': 'Giving assessments',
    'topic.answering': 'Replies and decision',
    'topic.days': 'How days are counted',
    'days.calendar': 'Time limits are calendar days and end at 23:59:59 in the time zone {zone}.',
    'days.holidays':
      'A time limit that falls on a Saturday, a Sunday or a public holiday in Italy moves to the next working day.',
    'days.local': 'These local holidays count too: {days}.',
    notOffered: 'Tavolo keeps the rules of this mode and shows them below as data; its procedure is not offered yet.',
    data: 'The rulebook as data',
    print: 'Print the rulebook',
  },
  {
    loading: 'Apertura del regolamento…',
    title: 'Regolamento {key}',
    'title.of': 'Regolamento {key}, {table}',
    adopted: 'Versione {version}, adottata il {date}',
    'topic.working': 'Come lavora il tavolo',
    'topic.deciding': 'Come si decide un testo',
    'topic.quorum': 'Quanti devono partecipare',
    'topic.stopping': 'Quando un testo si ferma o non passa',
    'topic.confirming': 'Chi conferma',
    'topic.assessing': 'Esprimere i pareri',
    'topic.answering': 'Riscontri e decisione',
    'topic.days': 'Come si contano i giorni',
    'days.calendar': 'I termini sono giorni di calendario e finiscono alle 23:59:59 nel fuso orario {zone}.',
    'days.holidays':
      'Un termine che cade di sabato, di domenica o in un giorno festivo in Italia passa al primo giorno lavorativo.',
    'days.local': 'Contano anche queste festività locali: {days}.',
    notOffered:
      'Tavolo conserva le regole di questa modalità e le mostra qui sotto come dati; il suo procedimento non è ancora offerto.',
    data: 'Il regolamento come dati',
    print: 'Stampa il regolamento',
  },
);
