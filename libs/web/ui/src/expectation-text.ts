import { type ExpectationKey } from '@tavolo/governance';
import { messagesIn } from './language/i18n.js';
import { expectationMessages } from './messages/expectation-messages.js';
import { valuesInWords, type Naming } from './values-in-words.js';

interface ExpectationLike {
  readonly key: ExpectationKey;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What is expected of the reader, or what she waits for, in one sentence. */
export const expectationText = ({ key, params }: ExpectationLike, naming: Naming): string =>
  messagesIn(expectationMessages, naming.language)(key, valuesInWords(params, naming));
