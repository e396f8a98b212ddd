import { catalogue } from '@tavolo/web-ui';

/** Private rooms: benches and coalitions; joint proposals at a table. */
export const roomMessages = catalogue(
  'room',
  {
    'private.coalition': 'Private room of {name}: only its members see this',
    'private.bench': 'Private room, {sector}: only who sits here for that sector sees this',
    'private.detail':
      'Nobody outside can read, find or count what is here, those who administer this installation included. The room has an audit log of its own. A table sees only what your spokesperson submits to it.',
    'private.of': 'It belongs to the table',
    short: 'Private room',
    speaks: 'Who speaks for you',
    'speaks.none': 'Nobody has a negotiating mandate at the moment. It can be given for a text that you have adopted.',
    'speaks.for': 'For {key}',
    'speaks.deputy': 'Deputy: {name}',
    may: 'May',
    mayNot: 'May not',
    until: 'Until {date}',
    'door.title': 'Private room of your sector',
    'door.lead':
      'Before you speak here, you can agree among yourselves: write together, decide, and say who speaks for you. Other sectors do not see whether the room is open.',
    'door.open': 'Open the private room',
    'door.enter': 'Go to the private room',
    'joint.organisations_one': 'Joint proposal of {count} organisation',
    'joint.organisations_other': 'Joint proposal of {count} organisations',
    'joint.people_one': 'Joint proposal of {count} person',
    'joint.people_other': 'Joint proposal of {count} people',
  },
  {
    'private.coalition': 'Stanza riservata, {name}: la vedono solo i suoi membri',
    'private.bench': 'Stanza riservata, {sector}: la vede solo chi siede qui per quel settore',
    'private.detail':
      'Da fuori nessuno può leggere, trovare o contare ciò che è qui, nemmeno chi amministra questa installazione. La stanza ha un registro degli atti tutto suo. Un tavolo vede solo ciò che gli presenta chi parla per voi.',
    'private.of': 'Appartiene al tavolo',
    short: 'Stanza riservata',
    speaks: 'Chi parla per voi',
    'speaks.none': 'In questo momento nessuno ha un mandato a negoziare. Si può dare per un testo che avete adottato.',
    'speaks.for': 'Per {key}',
    'speaks.deputy': 'Supplente: {name}',
    may: 'Può',
    mayNot: 'Non può',
    until: 'Fino al {date}',
    'door.title': 'Stanza riservata del tuo settore',
    'door.lead':
      'Prima di parlare qui potete mettervi d’accordo tra voi: scrivere insieme, decidere e dire chi parla per voi. Gli altri settori non vedono se la stanza è aperta.',
    'door.open': 'Apri la stanza riservata',
    'door.enter': 'Vai alla stanza riservata',
    'joint.organisations_one': 'Proposta congiunta di {count} organizzazione',
    'joint.organisations_other': 'Proposta congiunta di {count} organizzazioni',
    'joint.people_one': 'Proposta congiunta di {count} persona',
    'joint.people_other': 'Proposta congiunta di {count} persone',
  },
);
