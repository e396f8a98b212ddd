import { type Instant } from '@tavolo/kernel';

const instants = /"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z"/g;
const isExplanation = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'held' in value && 'children' in value;

/**
 * A state of which only what decides is told: instants that have passed are all alike, those to come are told by their order, and
 * explanations, which follow from the rest, are left out.
 */
export function canonical(essence: unknown, now: Instant): string {
  const text = JSON.stringify(essence, (_key, value: unknown) => (isExplanation(value) ? undefined : value));
  const found = text.match(instants) ?? [];
  const future = [...new Set(found.filter((one) => one.slice(1, -1) > now))].sort();
  return text.replace(instants, (one) => `"${future.indexOf(one) + 1}"`);
}

/** A version, or the number in the name of a text, as seen from the latest one: 0 is the latest, 1 the next, -1 any earlier. */
export const sinceLatest = (n: number, latest: number): number => Math.max(-1, n - latest);

/** The same of a text that is named after its version, `text-3`. */
export const textSince = (hash: string | null, latest: number): number | null =>
  hash === null ? null : sinceLatest(Number(hash.split('-').at(-1)), latest);
