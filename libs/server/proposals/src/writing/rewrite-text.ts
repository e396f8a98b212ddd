import { differenceOfWords, encodeText, plainText, readText, textFragmentName } from '@tavolo/collaboration/text';
import { type ClauseText, type ProposalText } from '@tavolo/contracts';
import { canonicalJson } from '@tavolo/kernel';
import * as Y from 'yjs';

/**
 * Changes a document until it reads as `text`, touching no more than it must: clauses that stay keep every word's author, and in clauses of
 * one plain paragraph only the words that differ are replaced. Throws `RangeError` when the document holds what is no text of a proposal.
 */
export function rewriteText(doc: Y.Doc, text: ProposalText): void {
  const reading = readText(doc);
  if (!reading.ok) throw new RangeError(reading.problem.reason);
  const wanted = new Set(text.clauses.map(({ id }) => id));
  doc.transact(() => {
    const fragment = doc.getXmlFragment(textFragmentName);
    let current = [...reading.text.clauses];
    for (let index = current.length - 1; index >= 0; index--) {
      if (!wanted.has(current[index]?.id ?? '')) fragment.delete(index, 1);
    }
    current = current.filter(({ id }) => wanted.has(id));
    text.clauses.forEach((clause, index) => {
      const from = current.findIndex(({ id }) => id === clause.id);
      const there = current[from];
      if (from === index && there) {
        changeClause(fragment, index, there, clause);
        return;
      }
      if (from > index) {
        fragment.delete(from, 1);
        current.splice(from, 1);
      }
      fragment.insert(index, [elementOf(clause)]);
      current.splice(index, 0, clause);
    });
  });
}

function changeClause(fragment: Y.XmlFragment, index: number, there: ClauseText, clause: ClauseText): void {
  if (canonicalJson(there) === canonicalJson(clause)) return;
  const words = isPlain(there) && isPlain(clause) ? onlyWords(fragment.get(index)) : null;
  if (!words) {
    fragment.delete(index, 1);
    fragment.insert(index, [elementOf(clause)]);
    return;
  }
  let at = 0;
  for (const piece of differenceOfWords(plainText(there), plainText(clause))) {
    if (piece.kind === 'removed') words.delete(at, piece.text.length);
    else {
      if (piece.kind === 'added') words.insert(at, piece.text);
      at += piece.text.length;
    }
  }
}

/** A clause of one paragraph without marks and line breaks, that is not empty. */
function isPlain({ blocks }: ClauseText): boolean {
  const [block, ...others] = blocks;
  if (others.length > 0 || block?.type !== 'paragraph') return false;
  const [run, ...more] = block.content;
  return more.length === 0 && run?.type === 'text' && !run.bold && !run.italic;
}

function onlyWords(clause: Y.XmlElement | Y.XmlText): Y.XmlText | null {
  const paragraph = clause instanceof Y.XmlElement && clause.length === 1 ? clause.get(0) : null;
  const words = paragraph instanceof Y.XmlElement && paragraph.length === 1 ? paragraph.get(0) : null;
  return words instanceof Y.XmlText ? words : null;
}

/** A new element of a clause, not yet in any document. */
function elementOf(clause: ClauseText): Y.XmlElement {
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, encodeText({ clauses: [clause] }, 1));
  const element = doc.getXmlFragment(textFragmentName).get(0);
  if (!(element instanceof Y.XmlElement)) throw new TypeError('a clause is written as an element');
  const copy = element.clone();
  doc.destroy();
  return copy;
}
