import { type Refusal } from '@tavolo/governance';
import { messagesIn, type Naming, valuesInWords } from '@tavolo/words';
import { refusalMessages } from './messages/refusal-messages.js';

const aliases: Readonly<Record<string, string>> = { reason_required: 'min', statement_required: 'min' };
const lists: Readonly<Record<string, string>> = { replies_missing: 'assessments', responsibility_missing: 'clauses' };

/** Whether a code is one of the rules' refusals, rather than a problem of the platform. */
export const isRefusalCode = (code: string): boolean =>
  code in refusalMessages.messages.en || `${code}_one` in refusalMessages.messages.en;

/** Why an act is refused and what would be right, as one or two sentences in the reader's language. */
export function refusalText(
  refusal: Pick<Refusal, 'code'> & { readonly params: Readonly<Record<string, unknown>> },
  naming: Naming,
): string {
  const say = messagesIn(refusalMessages, naming.language);
  const { code, params } = refusal;
  if (!isRefusalCode(code)) return say('other');
  const known = nameless(refusal) ? (`${code}.nobody` as const) : code;
  return say(known as typeof code, { ...valuesInWords(params, naming), ...countOf(code, params) });
}

/** Of somebody who speaks for nobody at the table there is no name to say. */
const nameless = ({ code, params }: Parameters<typeof refusalText>[0]): boolean =>
  params.subject === '' && `${code}.nobody` in refusalMessages.messages.en;

/** The number by which the plural of a refusal is chosen. */
function countOf(code: string, params: Readonly<Record<string, unknown>>): { count?: number } {
  const listed = params[lists[code] ?? ''];
  if (Array.isArray(listed)) return { count: listed.length };
  const number = params[aliases[code] ?? ''];
  return typeof number === 'number' ? { count: number } : {};
}
