import { createHash } from 'node:crypto';
import { plainText } from '@tavolo/collaboration/text';
import { type ClauseWording } from '@tavolo/governance';
import { DomainRefusal } from '@tavolo/server-platform';
import { type SharedTexts } from '@tavolo/server-proposals';

/** How every clause of the live text reads now, in its order. Throws `DomainRefusal('text_unreadable')` as `SharedTexts.live` does. */
export async function clauseWordings(texts: SharedTexts, proposal: string): Promise<readonly ClauseWording[]> {
  const { text } = await texts.live(proposal);
  return text.clauses.map((clause) => ({ id: clause.id, textHash: hashOf(plainText(clause)) }));
}

/**
 * The hash of a clause's words, if they are those that a person has read. Throws `DomainRefusal`: `unknown_clause` when the text has no such
 * clause, `text_changed` when it reads differently by now. What is written in other clauses meanwhile hinders nobody.
 */
export async function clauseAsSeen(texts: SharedTexts, proposal: string, id: string, seen: string): Promise<string> {
  const clause = (await clauseWordings(texts, proposal)).find((one) => one.id === id);
  if (!clause) throw new DomainRefusal({ code: 'unknown_clause', rule: '2.3 Planning', params: { clause: id } });
  if (clause.textHash === seen) return seen;
  const params = { textHash: clause.textHash };
  throw new DomainRefusal({ code: 'text_changed', rule: '2.1 Frozen text', params }, { status: 409 });
}

const hashOf = (words: string): string => createHash('sha256').update(words, 'utf8').digest('base64');
