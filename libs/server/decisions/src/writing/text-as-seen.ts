import { DomainRefusal } from '@tavolo/server-platform';
import { type SharedTexts } from '@tavolo/server-proposals';

/**
 * The hash of the live text, if it is the one that a person has seen. Throws `DomainRefusal` `text_changed` when the text reads differently
 * by now: nobody agrees to words that she has not read (domain.md 2.1, Frozen text).
 */
export async function textAsSeen(texts: SharedTexts, proposal: string, seen: string): Promise<string> {
  const { textHash } = await texts.live(proposal);
  if (textHash === seen) return textHash;
  throw new DomainRefusal({ code: 'text_changed', rule: '2.1 Frozen text', params: { textHash } }, { status: 409 });
}
