import { catalogue } from '@tavolo/web-ui';

/** Words around the pages. */
export const frameMessages = catalogue(
  'frame',
  {
    toTables: 'To the tables',
    'broken.title': 'This page could not be shown',
    'broken.detail': 'Nothing that was saved is lost. Reloading the page usually helps.',
    'broken.reload': 'Reload the page',
    'broken.technical': 'Technical detail',
    banner: 'About this demonstration',
    demo: 'Demonstration: all people, organisations and texts are invented.',
    lost: 'No connection since {since}. What others do does not arrive; we keep trying.',
    back: 'The connection is back.',
  },
  {
    toTables: 'Ai tavoli',
    'broken.title': 'Non è stato possibile mostrare questa pagina',
    'broken.detail': 'Nulla di ciò che era salvato è perso. Di solito basta ricaricare la pagina.',
    'broken.reload': 'Ricarica la pagina',
    'broken.technical': 'Dettaglio tecnico',
    banner: 'Su questa dimostrazione',
    demo: 'Dimostrazione: persone, organizzazioni e testi sono inventati.',
    lost: 'Nessuna connessione dalle {since}. Quello che fanno gli altri non arriva; continuiamo a provare.',
    back: 'La connessione è tornata.',
  },
);
