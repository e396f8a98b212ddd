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
    vote: 'Vota sul cambio {change} del regolamento {rulebook}.',
    confirm: 'Il cambio {change} del regolamento {rulebook} attende una seconda persona: puoi confermarlo tu.',
    close: 'La votazione sul cambio {change} del regolamento {rulebook} non è passata: puoi chiuderlo tu.',
  },
);
