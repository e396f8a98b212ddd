import { type ClauseText } from '@tavolo/contracts';
import { canonicalJson } from '@tavolo/kernel';
import { plainText } from './plain-text.js';
import { commonSubsequence, differenceOfWords, type WordPiece } from './word-difference.js';

/** What happened to one clause between two versions. */
export interface ClauseDifference {
  readonly id: string;
  /** `formatted`: the same words with other marks or lists. */
  readonly change: 'same' | 'added' | 'removed' | 'changed' | 'formatted';
  /** The clause stands in another place among those that both versions have. */
  readonly moved: boolean;
  /** Number in the earlier and in the later version, from 1; `null` where the clause does not exist. */
  readonly earlierNumber: number | null;
  readonly laterNumber: number | null;
  readonly words: readonly WordPiece[];
}

/**
 * Compares two versions of a text clause by clause (matched by id) and word by word. The result follows the order of
 * the later version; a removed clause stands after the clause that it used to follow.
 */
export function diffClauses(earlier: readonly ClauseText[], later: readonly ClauseText[]): ClauseDifference[] {
  const positions = new Map(later.map(({ id }, index) => [id, index]));
  const before = new Map(earlier.map((clause, index) => [clause.id, { clause, number: index + 1 }]));
  const stayed = inOrder(earlier, later);
  const differences = later.map((clause, index): ClauseDifference => {
    const old = before.get(clause.id);
    if (!old) return oneSided(clause, 'added', null, index + 1);
    const words = differenceOfWords(plainText(old.clause), plainText(clause));
    return {
      id: clause.id,
      change: kindOfChange(old.clause, clause, words),
      moved: !stayed.has(clause.id),
      earlierNumber: old.number,
      laterNumber: index + 1,
      words,
    };
  });
  let follows: string | undefined;
  earlier.forEach((clause, index) => {
    if (!positions.has(clause.id)) {
      const place = differences.findIndex(({ id }) => id === follows) + 1;
      differences.splice(place, 0, oneSided(clause, 'removed', index + 1, null));
    }
    follows = clause.id;
  });
  return differences;
}

function kindOfChange(old: ClauseText, clause: ClauseText, words: readonly WordPiece[]): ClauseDifference['change'] {
  if (words.some(({ kind }) => kind !== 'same')) return 'changed';
  return canonicalJson(old.blocks) === canonicalJson(clause.blocks) ? 'same' : 'formatted';
}

function oneSided(
  clause: ClauseText,
  change: 'added' | 'removed',
  earlierNumber: number | null,
  laterNumber: number | null,
): ClauseDifference {
  const text = plainText(clause);
  const words: WordPiece[] = text === '' ? [] : [{ kind: change, text }];
  return { id: clause.id, change, moved: false, earlierNumber, laterNumber, words };
}

/** Ids of the clauses that kept their order among those that both versions have. */
function inOrder(earlier: readonly ClauseText[], later: readonly ClauseText[]): Set<string> {
  const numbers = new Map(earlier.map(({ id }, index) => [id, index]));
  const common = later.map(({ id }) => numbers.get(id)).filter((number) => number !== undefined);
  const sorted = [...common].sort((a, b) => a - b);
  const kept = commonSubsequence(sorted, common);
  return new Set(kept.flatMap(([place]) => earlier[sorted[place] ?? -1]?.id ?? []));
}
