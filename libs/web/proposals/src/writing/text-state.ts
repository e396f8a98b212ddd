import { plainText, readText, textFragmentName, textHashInput } from '@tavolo/collaboration/text';
import { type CollaborationProvider, type ProviderSnapshot } from '@tavolo/collaboration/provider';
import { useEffect } from 'react';
import { hashOf } from './hash-of.js';
import { useLiveText, type LiveTextState } from './live-text.js';

/** Quiet time after a change before the text is read, in milliseconds: reading it at every key would cost more than typing. */
const quietMs = 150;

/** Whether the document is there: one that has not arrived yet looks empty, and what others emptied has arrived. */
export const hasArrived = ({ doc }: CollaborationProvider, { user }: ProviderSnapshot): boolean =>
  user !== null || doc.getXmlFragment(textFragmentName).length > 0;

/** Tells the page which words stand in the editor, once they have stood still for a moment. */
export function useTextState(provider: CollaborationProvider, snapshot: ProviderSnapshot): void {
  const { report } = useLiveText();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // While somebody types, the page goes on with the clauses that were read last.
    let known: Omit<LiveTextState, 'saved'> = { textHash: null, empty: true };
    const read = (): void => {
      const { snapshot } = provider;
      if (!hasArrived(provider, snapshot)) return;
      known = stateOf(provider);
      report({ ...known, saved: snapshot.unacknowledged === 0 });
    };
    const later = (): void => {
      clearTimeout(timer);
      const { clauses } = known;
      report({
        textHash: null,
        saved: provider.snapshot.unacknowledged === 0,
        empty: false,
        ...(clauses && { clauses }),
      });
      timer = setTimeout(read, quietMs);
    };
    read();
    provider.doc.on('update', later);
    return () => {
      clearTimeout(timer);
      provider.doc.off('update', later);
    };
  }, [provider, report]);
  const saved = snapshot.unacknowledged === 0;
  const arrived = hasArrived(provider, snapshot);
  useEffect(() => {
    if (arrived) report({ ...stateOf(provider), saved });
  }, [provider, report, saved, arrived]);
}

function stateOf({ doc }: CollaborationProvider): Omit<LiveTextState, 'saved'> {
  const reading = readText(doc);
  if (!reading.ok) return { textHash: null, empty: true };
  const { text } = reading;
  return {
    textHash: hashOf(textHashInput(text)),
    empty: text.clauses.every((clause) => plainText(clause).trim() === ''),
    clauses: text.clauses.map((clause, index) => {
      const words = plainText(clause);
      return { id: clause.id, number: index + 1, words, textHash: hashOf(words) };
    }),
  };
}
