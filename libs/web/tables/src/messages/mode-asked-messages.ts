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
    support: 'Decidi se il tuo seggio propone il {change} ({key}).',
    open_ballot: 'Apri la votazione sul {change} ({key}).',
    vote: 'Vota sul {change} ({key}).',
    close_ballot: 'Hanno votato tutti: chiudi la votazione sul {change} ({key}).',
    answer: 'Di’ per l’istituzione se dà l’assenso al {change} ({key}).',
    change: 'passaggio da {from} a {to}',
  },
);
