import { wordsIn, type Language, type Words } from '@tavolo/kernel';
import { useLanguage } from '@tavolo/web-ui';
import { useStanding } from '../page/proposal-context.js';
import { hashOf } from '../writing/hash-of.js';
import { useLiveText } from '../writing/live-text.js';

/** A clause as it is negotiated: by its number, its words, and the hash of these; `null` where they are read in a translation only. */
export interface NegotiatedClause {
  readonly id: string;
  readonly number: number;
  readonly words: string;
  /** The language of these words. */
  readonly language: Language;
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
  // A live text that is still opening has no clauses yet; until it has some, the newest frozen version is what there is to read.
  if (live && live.length > 0) {
    return {
      known: true,
      clauses: live.map((clause) => ({
        ...clause,
        language: view.document.language,
        textHash: clause.textHash ?? null,
      })),
    };
  }
  const newest = view.versions.at(-1);
  const clauses = (newest?.clauses ?? []).map(({ id, number, text }): NegotiatedClause => {
    const words = text as Words;
    const shown = wordsIn(words, language);
    const original = words[view.document.language];
    return {
      id,
      number,
      words: shown?.text ?? '',
      language: shown?.language ?? view.document.language,
      textHash: original === undefined ? null : hashOf(original),
    };
  });
  return { known: newest !== undefined || live !== undefined, clauses };
}
