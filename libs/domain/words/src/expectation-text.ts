import { type Expectation } from '@tavolo/governance';
import { expectationMessages } from './messages/expectation-messages.js';
import { messagesIn } from './messages-in.js';
import { type Naming, valuesInWords } from './values-in-words.js';

/** What is expected of the reader, or what she waits for and from whom, in one or two sentences. */
export function expectationText({ key, params }: Pick<Expectation, 'key' | 'params'>, naming: Naming): string {
  const { count, whom } = params;
  const named = namesWhom(key) && Array.isArray(whom) && whom.length > 0;
  const values = { ...valuesInWords(params, naming), ...(typeof count === 'number' && { count }) };
  return messagesIn(expectationMessages, naming.language)(named ? `${key}.whom` : key, values);
}

/** Expectations that say who is waited for where there is somebody to name. */
const saidOfWhom = ['await_assessments', 'agreed_to_draft', 'await_draft'] as const;

const namesWhom = (key: Expectation['key']): key is (typeof saidOfWhom)[number] =>
  (saidOfWhom as readonly string[]).includes(key);
