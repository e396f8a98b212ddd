import { type LogEntryView } from '@tavolo/contracts';

/** What people wrote, in the order in which it is read. */
const written = ['title', 'reason', 'change', 'condition', 'statement', 'interest', 'text'] as const;

/**
 * Free texts of an entry that are worth reading in the list; other values are in its detail. They are shown as plain text, whatever they
 * contain.
 */
export function plainTexts({ disclosed }: Pick<LogEntryView, 'disclosed'>): readonly string[] {
  const texts = written.flatMap((name) => {
    const value = disclosed[name];
    if (typeof value === 'string') return [value];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return Object.values(value).filter((one) => typeof one === 'string');
  });
  return [...new Set(texts)].filter((text) => text.trim() !== '');
}
