import { visibleLength, type Json, type JsonObject } from '@tavolo/kernel';

/** Members of acts in which people write freely; the log has them as erasable disclosures only. */
export const freeTextNames: readonly string[] = [
  'reason',
  'change',
  'text',
  'statement',
  'condition',
  'interest',
  'urgentReason',
  'finding',
  'may',
  'mayNot',
  'what',
];

/** Words that stand in no disclosure of their own. */
const furtherNames: readonly string[] = ['proof', 'baseline', 'target'];

/** What stands for a character that somebody wrote, when an act is replayed without her words. */
const stroke = '·';

const isWritten = (name: string, text: string): boolean =>
  freeTextNames.includes(name) || furtherNames.includes(name) || /\s/u.test(text) || text.includes(stroke);

/**
 * A value as a leaf may hold it: of what somebody wrote there is only how many characters a reader sees of it, `{"chars": 214}`, which is
 * all that the rules ask of words. Ids, enumerations, hashes, dates and numbers stay; members that are missing are left out.
 */
export function withoutWords(value: unknown, name = ''): Json {
  if (typeof value === 'string') return isWritten(name, value) ? { chars: visibleLength(value) } : value;
  if (Array.isArray(value)) return value.map((one: unknown) => withoutWords(one, name));
  if (typeof value !== 'object' || value === null) return value as Json;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]): [string, Json] => [key, withoutWords(member, key)]));
}

/** The longest text that is stood in for; the rules ask for far less. */
const longest = 100_000;

/** The value with strokes, as many as there were characters, where words were. */
export function withStrokes(value: Json): Json {
  if (Array.isArray(value)) return value.map((one: Json) => withStrokes(one));
  if (typeof value !== 'object' || value === null) return value;
  const { chars, ...others } = value as JsonObject;
  if (typeof chars === 'number' && Object.keys(others).length === 0) {
    return stroke.repeat(Math.max(0, Math.min(Math.trunc(chars), longest)));
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]): [string, Json] => [name, withStrokes(member)]));
}
