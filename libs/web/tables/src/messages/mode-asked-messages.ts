import { catalogue } from '@tavolo/web-ui';

/** What changes of mode ask of the reader; apart, since the first page shows it. */
export const modeAskedMessages = catalogue(
  'mode-asked',
  {
    support: 'Decide whether your seat proposes {change} ({key}).',
    open_ballot: 'Open the vote on {change} ({key}).',
    vote: 'Vote on {change} ({key}).',
    close_ballot: 'Everybody has voted: close the ballot on {change} ({key}).',
    answer: 'Answer for the institution whether it consents to {change} ({key}).',
    change: 'the change from {from} to {to}',
  },
  {
    support: 'Decidere se il suo seggio propone {change} ({key}).',
    open_ballot: 'Aprire la votazione su {change} ({key}).',
    vote: 'Votare su {change} ({key}).',
    close_ballot: 'Hanno votato tutti: chiudere la votazione su {change} ({key}).',
    answer: 'Rispondere per l’istituzione se dà l’assenso a {change} ({key}).',
    change: 'il passaggio da {from} a {to}',
  },
);
