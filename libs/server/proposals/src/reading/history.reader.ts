import { Injectable } from '@nestjs/common';
import { diffClauses, readText, type ClauseDifference } from '@tavolo/collaboration/text';
import { type ClauseText, type HistoryEntry } from '@tavolo/contracts';
import { instant } from '@tavolo/kernel';
import * as Y from 'yjs';
import { DocumentLog, type KeptUpdate } from '../writing/document-log.repository.js';

/** Changes of one member with pauses no longer than this, in milliseconds, are one stretch of writing. */
const longestPause = 5 * 60_000;

/** Who wrote what, from the changes as they were kept: the texts before and after each stretch of writing are compared. */
@Injectable()
export class HistoryReader {
  constructor(private readonly log: DocumentLog) {}

  /** The stretches of writing in a text, oldest first; those that left the words as they were are left out. */
  async of(doc: string): Promise<HistoryEntry[]> {
    const document = new Y.Doc({ gc: false });
    let before: readonly ClauseText[] = [];
    const entries: HistoryEntry[] = [];
    for (const stretch of stretches(await this.log.all(doc))) {
      Y.applyUpdate(document, Y.mergeUpdates(stretch.map(({ data }) => data)));
      const reading = readText(document);
      if (!reading.ok) continue;
      const after = reading.text.clauses;
      const changes = diffClauses(before, after).flatMap(changeOf);
      before = after;
      const [first, last] = [stretch[0], stretch.at(-1)];
      if (changes.length === 0 || !first || !last) continue;
      entries.push({ at: instant(first.createdAt), until: instant(last.createdAt), by: first.member, changes });
    }
    document.destroy();
    return entries;
  }
}

function stretches(updates: readonly KeptUpdate[]): KeptUpdate[][] {
  const found: KeptUpdate[][] = [];
  for (const update of updates) {
    const current = found.at(-1);
    const last = current?.at(-1);
    const goesOn =
      last?.member === update.member && update.createdAt.getTime() - last.createdAt.getTime() <= longestPause;
    if (current && goesOn) current.push(update);
    else found.push([update]);
  }
  return found;
}

function changeOf({ id, words, laterNumber, earlierNumber }: ClauseDifference): HistoryEntry['changes'] {
  const of = (kind: 'added' | 'removed'): string =>
    words
      .filter((piece) => piece.kind === kind)
      .map(({ text }) => text.trim())
      .filter((text) => text !== '')
      .join(' … ');
  const [added, removed] = [of('added'), of('removed')];
  if (added === '' && removed === '') return [];
  return [{ clause: id, number: laterNumber ?? earlierNumber ?? 0, added, removed }];
}
