import { catalogue } from '@tavolo/web-ui';

/** What changes of the rules ask of the reader; apart from the rest, for the first page shows it. */
export const ruleAskedMessages = catalogue(
  'ruleAsked',
  {
    vote: 'Please vote on the change {change} of the rulebook {rulebook}.',
    confirm: 'The change {change} of the rulebook {rulebook} waits for a second person: you may confirm it.',
    close: 'The vote on the change {change} of the rulebook {rulebook} is lost: you may close it.',
  },
  {
    vote: 'Vota sulla modifica {change} del regolamento {rulebook}.',
    confirm: 'La modifica {change} del regolamento {rulebook} attende una seconda persona: puoi confermarla tu.',
    close: 'La modifica {change} del regolamento {rulebook} non è passata al voto: puoi chiuderla tu.',
  },
);
