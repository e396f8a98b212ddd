import { type WrittenClause, type WrittenRun } from '@tavolo/collaboration/text';

/** What happened to the runs of a text in a stretch of time. */
export interface Stretch {
  /** Who wrote under a Yjs client id. */
  readonly writerOf: (client: number) => string | undefined;
  /** Whether a run came into the text in this stretch. */
  readonly isNew: (run: WrittenRun) => boolean;
  /** Who removed a run in this stretch; `undefined` when nobody did. */
  readonly removerOf: (run: WrittenRun) => string | undefined;
}

/** Passages of one clause: words that follow one another. */
export interface Passages {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * What a member added to a clause and removed from it, in whole words: who mends a letter wrote the word. What she wrote and removed
 * herself in the same stretch is left out; what others removed of it is shown, for nothing that anybody wrote is lost.
 */
export function passagesOf(member: string, { paragraphs }: WrittenClause, stretch: Stretch): Passages {
  const isHers = (run: WrittenRun): boolean => stretch.isNew(run) && stretch.writerOf(run.client) === member;
  const added = (run: WrittenRun): Part | null => {
    const hers = isHers(run) && stretch.removerOf(run) !== member;
    if (run.deleted && !hers) return null;
    return { text: run.text, kind: hers ? 'meant' : stretch.isNew(run) ? 'new' : 'old' };
  };
  const removed = (run: WrittenRun): Part | null => {
    const byHer = stretch.removerOf(run) === member;
    if (isHers(run) || (run.deleted && !byHer)) return null;
    return { text: run.text, kind: byHer ? 'meant' : stretch.isNew(run) ? 'new' : 'old' };
  };
  return {
    added: paragraphs.flatMap((runs) => meantWords(runs, added)),
    removed: paragraphs.flatMap((runs) => meantWords(runs, removed)),
  };
}

interface Part {
  readonly text: string;
  /** What is looked for, what others wrote in the same stretch, or what was there before. */
  readonly kind: 'meant' | 'new' | 'old';
}

/** The words with a meant character, joined where they follow one another; words of others that came between them do not part them. */
function meantWords(runs: readonly WrittenRun[], view: (run: WrittenRun) => Part | null): string[] {
  const parts = runs.flatMap((run) => view(run) ?? []);
  const line = parts.map(({ text }) => text).join('');
  const kinds = parts.flatMap(({ text, kind }) => Array.from({ length: text.length }, () => kind));
  const passages: string[][] = [];
  let follows = false;
  for (const { 0: word, index } of line.matchAll(/\S+/gu)) {
    const kindsHere = new Set(kinds.slice(index, index + word.length));
    const isMeant = kindsHere.has('meant');
    if (!isMeant && !kindsHere.has('old')) continue;
    if (isMeant && follows) passages.at(-1)?.push(word);
    else if (isMeant) passages.push([word]);
    follows = isMeant;
  }
  return passages.map((words) => words.join(' '));
}

/** Without the passages that were removed in one place and stand in another: they were moved, as when a clause is divided. */
export function withoutMoves(changes: readonly Passages[]): Passages[] {
  const added = changes.flatMap((change) => change.added);
  const removed = changes.flatMap((change) => change.removed);
  const moved = new Set(added.filter((passage) => removed.includes(passage)));
  const stays = (passage: string): boolean => !moved.has(passage);
  return changes.map((change) => ({ added: change.added.filter(stays), removed: change.removed.filter(stays) }));
}
