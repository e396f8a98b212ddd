import { type ClauseText, clauseTextSchema } from '@tavolo/contracts';
import { diffClauses, readText, textFragmentName } from '@tavolo/collaboration/text';
import { useState } from 'react';
import type * as Y from 'yjs';

/** Words that the server did not take, kept on this device until the person removes them. */
export interface KeptWords {
  readonly clauses: readonly ClauseText[];
  readonly keep: (clauses: readonly ClauseText[]) => void;
  readonly remove: () => void;
}

/** @param name one per person and document */
export function useKeptWords(name: string): KeptWords {
  const [kept, setKept] = useState(() => ({ name, clauses: load(name) }));
  if (kept.name !== name) setKept({ name, clauses: load(name) });
  const set = (clauses: readonly ClauseText[]): void => {
    store(name, clauses);
    setKept({ name, clauses });
  };
  return { clauses: kept.clauses, keep: set, remove: () => set([]) };
}

/** The text as it stands here, also when it is not one that the server could read. */
export function clausesHere(doc: Y.Doc): readonly ClauseText[] {
  const reading = readText(doc);
  if (reading.ok) return reading.text.clauses;
  const words = doc
    .getXmlFragment(textFragmentName)
    .toJSON()
    .replace(/(?:<[^>]*>)+/gu, '\n')
    .trim();
  return [{ id: 'unread', blocks: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }];
}

/** Those of the kept clauses that say something else than the text does now. */
export function missingFrom(now: readonly ClauseText[], kept: readonly ClauseText[]): readonly ClauseText[] {
  const changed = diffClauses(now, kept).filter(({ change }) => change === 'added' || change === 'changed');
  const ids = new Set(changed.map(({ id }) => id));
  return kept.filter(({ id }) => ids.has(id));
}

function load(name: string): readonly ClauseText[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return clauseTextSchema.array().parse(stored);
  } catch {
    return [];
  }
}

function store(name: string, clauses: readonly ClauseText[]): void {
  try {
    if (clauses.length === 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(clauses));
  } catch {
    // Where the browser stores nothing they live as long as the page.
  }
}
