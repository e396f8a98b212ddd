import { type FrozenText } from './ballot.js';
import { refusal } from './refuse.js';
import { type Refusal } from './refusal.js';

const rule = '2.1 Frozen text';

/** The latest frozen version, or `null` before the first. */
export const latestVersion = ({ versions }: { readonly versions: readonly FrozenText[] }): FrozenText | null =>
  versions.at(-1) ?? null;

/** Refuses an empty text, and another text under a number that stands for one already. */
export function versionRefused(versions: readonly FrozenText[], text: FrozenText): Refusal | null {
  if (text.clauses.length === 0) return refusal('text_required', rule);
  const latest = versions.at(-1);
  if (!latest || text.version > latest.version || sameText(latest, text)) return null;
  return refusal('text_changed', rule, { version: text.version, latest: latest.version });
}

/** The versions with a frozen text added; the latest one frozen again stands there once. */
export function withVersion(versions: readonly FrozenText[], text: FrozenText): readonly FrozenText[] {
  const latest = versions.at(-1);
  return latest && sameText(latest, text) ? versions : [...versions, text];
}

const sameText = (latest: FrozenText, text: FrozenText): boolean =>
  latest.version === text.version && latest.textHash === text.textHash;
