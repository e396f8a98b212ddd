import * as Y from 'yjs';
import { newClauseId } from './write-text.js';

/** The origin of the change that puts words back. */
export class BroughtBack {
  /** Where the writer goes on, at its end; `null` when she has written elsewhere since. */
  text: Y.XmlText | null = null;
}

/**
 * Puts words back that went with a paragraph, a list or a clause which somebody removed without having received them: as words of this copy's
 * writer, without marks, where the removed part was. Empty places and blanks alone are not put back.
 * @param lost items of the document that are deleted
 */
export function bringBack(doc: Y.Doc, lost: readonly Y.Item[]): void {
  const origin = new BroughtBack();
  const written = Y.getState(doc.store, doc.clientID);
  const isLatest = lost.some(({ id, length }) => id.client === doc.clientID && id.clock + length === written);
  doc.transact(() => {
    for (const [gone, paragraphs] of byRemovedPart(lost)) {
      const texts = [...paragraphs].flatMap(([paragraph, letters]) => wordsOf(paragraph, letters));
      putBack(doc, gone, texts);
      if (isLatest) origin.text = texts.at(-1) ?? origin.text;
    }
  }, origin);
}

type Paragraphs = ReadonlyMap<Y.XmlText, ReadonlySet<Y.Item>>;

/** The lost letters by the removed part that stands in something left, and in it by paragraph in the order of the text. */
function byRemovedPart(lost: readonly Y.Item[]): ReadonlyMap<Y.Item, Paragraphs> {
  const letters = new Set(lost.filter(({ content }) => content instanceof Y.ContentString));
  const parts = new Map<Y.Item, Paragraphs>();
  for (const { parent } of letters) {
    if (!(parent instanceof Y.XmlText)) continue;
    const gone = removedPart(parent);
    if (gone === null || parts.has(gone)) continue;
    parts.set(gone, new Map(textsWithin(gone).map((text) => [text, letters])));
  }
  return parts;
}

/** The outermost deleted part around a text; `null` when nothing around it is deleted. */
function removedPart(text: Y.XmlText): Y.Item | null {
  let gone: Y.Item | null = null;
  for (let item = text._item; item !== null; item = parentItem(item)) if (item.deleted) gone = item;
  return gone;
}

const parentItem = ({ parent }: Y.Item): Y.Item | null => (parent instanceof Y.AbstractType ? parent._item : null);

/** The texts in a part, deleted ones too, in their order. */
function textsWithin(part: Y.Item): Y.XmlText[] {
  if (!(part.content instanceof Y.ContentType)) return [];
  const { type } = part.content;
  if (type instanceof Y.XmlText) return [type];
  const texts: Y.XmlText[] = [];
  for (let child = type._start; child !== null; child = child.right) texts.push(...textsWithin(child));
  return texts;
}

function wordsOf(text: Y.XmlText, lost: ReadonlySet<Y.Item>): Y.XmlText[] {
  let words = '';
  for (let item = text._start; item !== null; item = item.right) {
    if (lost.has(item) && item.content instanceof Y.ContentString) words += item.content.str;
  }
  return words.trim() === '' ? [] : [new Y.XmlText(words)];
}

/** Puts each text where `gone` was, in what is left around it. */
function putBack(doc: Y.Doc, gone: Y.Item, texts: readonly Y.XmlText[]): void {
  const { parent } = gone;
  if (!(parent instanceof Y.XmlFragment) || texts.length === 0) return;
  let index = 0;
  for (let item = gone.left; item !== null; item = item.left) if (!item.deleted && item.countable) index += item.length;
  const name = parent instanceof Y.XmlElement ? parent.nodeName : null;
  if (name === 'paragraph') {
    parent.insert(index, [...texts]);
    return;
  }
  const paragraphs = texts.map((text) => holding('paragraph', [text]));
  if (name === null) parent.insert(index, [clause(newClauseId(doc), paragraphs)]);
  else if (name === 'bulletList' || name === 'orderedList') parent.insert(index, [holding('listItem', paragraphs)]);
  else parent.insert(index, paragraphs);
}

function holding(name: string, children: readonly (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, [...children]);
  return element;
}

function clause(id: string, paragraphs: readonly Y.XmlElement[]): Y.XmlElement {
  const element = holding('clause', paragraphs);
  element.setAttribute('id', id);
  return element;
}
