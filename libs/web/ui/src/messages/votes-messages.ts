import { catalogue } from '@tavolo/words';

/** The votes of a ballot by name. */
export const votesMessages = catalogue(
  'votes',
  {
    names: 'Votes by name',
    notYet: 'not yet',
    notVoted: 'did not vote',
    sector: 'Sector',
    seat: 'Seat',
    choice: 'Vote',
  },
  {
    names: 'Voti per nome',
    notYet: 'non ancora',
    notVoted: 'non ha votato',
    sector: 'Settore',
    seat: 'Seggio',
    choice: 'Voto',
  },
);
