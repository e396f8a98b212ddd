import { catalogue } from '@tavolo/web-ui';

/** Words of the demonstration's clock. */
export const clockMessages = catalogue(
  'clock',
  {
    now: 'Clock: {now}',
    change: 'Move the clock',
    title: 'Move the clock',
    lead: 'Deadlines, extensions and mediation follow the clock. Everybody in this demonstration sees the new time.',
    date: 'Date',
    time: 'Time',
    day: 'One day later',
    week: 'One week later',
    deadline: 'After the next deadline: {when}',
    move: 'Move to this time',
    moved: 'The clock is moved. It is now {now}.',
  },
  {
    now: 'Orologio: {now}',
    change: 'Sposta l’orologio',
    title: 'Sposta l’orologio',
    lead: 'Termini, proroghe e mediazione seguono l’orologio. Tutti in questa dimostrazione vedono la nuova ora.',
    date: 'Data',
    time: 'Ora',
    day: 'Un giorno dopo',
    week: 'Una settimana dopo',
    deadline: 'Dopo il prossimo termine: {when}',
    move: 'Sposta a quest’ora',
    moved: 'L’orologio è spostato. Adesso è {now}.',
  },
);
