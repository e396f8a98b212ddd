/** One stretch of a text that was replaced: `remove` UTF-16 units from `index` on make room for `insert`. */
export interface WordChange {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * The change from one text to another. Among equal letters it lies where the caret says: what was typed ends at the caret, what was deleted
 * was beside it. Never begins or ends within a character of two units.
 * @param caret where the caret stands in the text after the change; `null` when that is not known
 */
export function wordChange(before: string, after: string, caret: number | null): WordChange {
  const shorter = Math.min(before.length, after.length);
  let right = 0;
  const mostRight = caret === null ? shorter : Math.min(shorter, after.length - caret);
  if (caret !== null) while (right < mostRight && endOf(before, right) === endOf(after, right)) right++;
  let left = 0;
  while (left < shorter - right && before[left] === after[left]) left++;
  while (right < shorter - left && endOf(before, right) === endOf(after, right)) right++;
  if (left > 0 && isFirstHalf(before.charCodeAt(left - 1))) left--;
  if (right > 0 && isSecondHalf(before.charCodeAt(before.length - right))) right--;
  return { index: left, remove: before.length - left - right, insert: after.slice(left, after.length - right) };
}

const endOf = (text: string, fromEnd: number): string | undefined => text[text.length - 1 - fromEnd];
const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isSecondHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
