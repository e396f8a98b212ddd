import { catalogue } from '@tavolo/web-ui';

/** Words around the pages. */
export const frameMessages = catalogue(
  'frame',
  {
    toTables: 'To the tables',
    'missing.title': 'There is no page at this address',
    'missing.detail': 'The address may be mistyped, or the link may be old. From the tables you find everything.',
    'missing.address': 'Address:',
    'broken.title': 'This page could not be shown',
    'broken.detail': 'The fault is ours, not yours. Nothing that was saved is lost. Reloading the page usually helps.',
    'broken.reload': 'Reload the page',
    'broken.technical': 'Technical detail',
    'unloaded.title': 'This page could not be loaded',
    'unloaded.detail':
      'Either the connection is interrupted, or Tavolo was updated in the meantime. Nothing that was saved is lost. Please reload the page.',
    banner: 'About this demonstration',
    demo: 'Demonstration: all people, organisations and texts are invented.',
    lost: 'No connection since {since}. What others do does not arrive; we keep trying.',
    back: 'The connection is back.',
    ended: 'You are no longer signed in: you signed out in another window, or the session ended.',
    'ended.signIn': 'Sign in again in a new window',
  },
  {
    toTables: 'Ai tavoli',
    'missing.title': 'A questo indirizzo non c’è nessuna pagina',
    'missing.detail': 'L’indirizzo può essere sbagliato, o il link vecchio. Dai tavoli si trova tutto.',
    'missing.address': 'Indirizzo:',
    'broken.title': 'Non è stato possibile mostrare questa pagina',
    'broken.detail':
      'L’errore è nostro, non tuo. Nulla di ciò che era salvato è perso. Di solito basta ricaricare la pagina.',
    'broken.reload': 'Ricarica la pagina',
    'broken.technical': 'Dettaglio tecnico',
    'unloaded.title': 'Non è stato possibile caricare questa pagina',
    'unloaded.detail':
      'La connessione è interrotta, oppure Tavolo è stato aggiornato nel frattempo. Nulla di ciò che era salvato è perso. Ricarica la pagina.',
    banner: 'Su questa dimostrazione',
    demo: 'Dimostrazione: persone, organizzazioni e testi sono inventati.',
    lost: 'Nessuna connessione dalle {since}. Quello che fanno gli altri non arriva; continuiamo a provare.',
    back: 'La connessione è tornata.',
    ended: 'Non sei più collegato: sei uscito in un’altra finestra, oppure la sessione è finita.',
    'ended.signIn': 'Entra di nuovo in una nuova finestra',
  },
);
