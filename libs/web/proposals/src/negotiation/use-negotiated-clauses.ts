import { wordsIn, type Words } from '@tavolo/kernel';
import { useLanguage } from '@tavolo/web-ui';
import { useStanding } from '../page/proposal-context.js';
import { hashOf } from '../writing/hash-of.js';
import { useLiveText } from '../writing/live-text.js';

/** A clause as it is negotiated: by its number, its words, and the hash of these; `null` where they are read in a translation only. */
export interface NegotiatedClause {
  readonly id: string;
  readonly number: number;
  readonly words: string;
  readonly textHash: string | null;
}

/**
 * The clauses that the parties speak about: of the live text for whoever reads it, else of the newest frozen version. `known` is false where
 * the reader can read neither.
 */
export function useNegotiatedClauses(): { readonly known: boolean; readonly clauses: readonly NegotiatedClause[] } {
  const { view } = useStanding();
  const { language } = useLanguage();
  const { clauses: live } = useLiveText();
  if (live) {
    return { known: true, clauses: live.map((clause) => ({ ...clause, textHash: clause.textHash ?? null })) };
  }
  const newest = view.versions.at(-1);
  const clauses = (newest?.clauses ?? []).map(({ id, number, text }): NegotiatedClause => {
    const words = text as Words;
    const original = words[view.document.language];
    return {
      id,
      number,
      words: wordsIn(words, language)?.text ?? '',
      textHash: original === undefined ? null : hashOf(original),
    };
  });
  return { known: newest !== undefined, clauses };
}
