import { type Comparison, type CountName } from '@tavolo/governance';
import { catalogue } from '../catalogue.js';

type Key = `counted.${CountName}` | `comparison.${Comparison}`;

/** The further conditions of a rulebook as sentences, and what their numbers are called. */
export const conditionMessages = catalogue(
  'condition',
  {
    'counted.yes': 'votes for yes',
    'counted.no': 'votes for no',
    'counted.abstain': 'abstentions',
    'counted.present': 'seats that are there',
    'counted.eligible': 'eligible seats',
    'counted.organisations': 'organisations',
    'counted.organisationsPresent': 'organisations that are there',
    'counted.organisationsYes': 'organisations for yes',
    'counted.organisationsNo': 'organisations for no',
    'comparison.>': 'more than {amount}',
    'comparison.>=': 'at least {amount}',
    'comparison.<': 'fewer than {amount}',
    'comparison.<=': 'at most {amount}',
    'comparison.=': 'exactly {amount}',
    'condition.ratio': 'A text passes only if, of this number ({denominator}), this part ({numerator}) is {least}.',
    'condition.ratio.void':
      'A vote is void unless, of this number ({denominator}), this part ({numerator}) is {least}.',
    'condition.count': 'A text passes only if this number ({counts}) is {least}.',
    'condition.count.void': 'A vote is void unless this number ({counts}) is {least}.',
    'condition.groups.sum': 'The groups in which the next sentence holds weigh {least}, taken together.',
    'condition.groups.share': 'The groups in which the next sentence holds weigh {least} of all groups.',
    'condition.everyGroup': 'The next sentence holds in every group.',
    'condition.noGroup': 'The next sentence holds in no group.',
    'condition.anyOf_one': 'The next sentence holds.',
    'condition.anyOf_other': 'At least one of the next {count} sentences holds.',
    'condition.allOf_one': 'The next sentence holds too.',
    'condition.allOf_other': 'All of the next {count} sentences hold.',
  } satisfies Readonly<Record<Key, string>> & Readonly<Record<string, string>>,
  {
    'counted.yes': 'voti per il sì',
    'counted.no': 'voti per il no',
    'counted.abstain': 'astensioni',
    'counted.present': 'seggi presenti',
    'counted.eligible': 'seggi aventi diritto',
    'counted.organisations': 'organizzazioni',
    'counted.organisationsPresent': 'organizzazioni presenti',
    'counted.organisationsYes': 'organizzazioni per il sì',
    'counted.organisationsNo': 'organizzazioni per il no',
    'comparison.>': 'più di {amount}',
    'comparison.>=': 'almeno {amount}',
    'comparison.<': 'meno di {amount}',
    'comparison.<=': 'al massimo {amount}',
    'comparison.=': 'esattamente {amount}',
    'condition.ratio':
      'Un testo passa solo se, di questo numero ({denominator}), questa parte ({numerator}) è {least}.',
    'condition.ratio.void':
      'Una votazione è nulla se, di questo numero ({denominator}), questa parte ({numerator}) non è {least}.',
    'condition.count': 'Un testo passa solo se questo numero ({counts}) è {least}.',
    'condition.count.void': 'Una votazione è nulla se questo numero ({counts}) non è {least}.',
    'condition.groups.sum': 'I gruppi in cui vale la frase seguente pesano insieme {least}.',
    'condition.groups.share': 'I gruppi in cui vale la frase seguente pesano {least} di tutti i gruppi.',
    'condition.everyGroup': 'La frase seguente vale in ogni gruppo.',
    'condition.noGroup': 'La frase seguente non vale in nessun gruppo.',
    'condition.anyOf_one': 'Vale la frase seguente.',
    'condition.anyOf_other': 'Vale almeno una delle {count} frasi seguenti.',
    'condition.allOf_one': 'Vale anche la frase seguente.',
    'condition.allOf_other': 'Valgono tutte le {count} frasi seguenti.',
  },
);
