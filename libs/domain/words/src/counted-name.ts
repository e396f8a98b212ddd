import { countNames, type CountName } from '@tavolo/governance';
import { type Language } from '@tavolo/kernel';
import { messagesIn } from './messages-in.js';
import { conditionMessages } from './messages/condition-messages.js';

/** What a number that a condition counts is called; one that this version does not know is said as it is. */
export const countedName = (name: string, language: Language): string =>
  isCountName(name) ? messagesIn(conditionMessages, language)(`counted.${name}`) : name;

const isCountName = (name: string): name is CountName => (countNames as readonly string[]).includes(name);
