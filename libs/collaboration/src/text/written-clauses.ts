import * as Y from 'yjs';
import { readText, textFragmentName } from './read-text.js';

/** Characters that came into the text together, and whether they are still there. */
export interface WrittenRun {
  readonly text: string;
  /** Yjs client id under which they were written, and the clock of the first of them. */
  readonly client: number;
  readonly clock: number;
  readonly deleted: boolean;
}

/** A clause with everything that was ever written in it, in its place. */
export interface WrittenClause {
  /** The same through the whole life of the clause. */
  readonly key: string;
  readonly id: string;
  /** Its place among the clauses of the text, from 1; `null` when it is not there any more, or holds nothing. */
  readonly number: number | null;
  /** Paragraphs in their order; words do not go on from one to the next. */
  readonly paragraphs: readonly (readonly WrittenRun[])[];
}

/** The clauses of a document that was never garbage-collected, those that were removed among them, where they stood. */
export function writtenClauses(doc: Y.Doc): WrittenClause[] {
  const reading = readText(doc);
  const ids = reading.ok ? reading.text.clauses.map(({ id }) => id) : [];
  const found: WrittenClause[] = [];
  let number = 0;
  for (const [item, element] of elementsIn(doc.getXmlFragment(textFragmentName))) {
    if (element.nodeName !== 'clause') continue;
    const { client, clock } = item.id;
    const isThere = !item.deleted && holdsParagraph(element);
    if (isThere) number++;
    const id = (isThere ? (ids[number - 1] ?? ids.at(-1)) : undefined) ?? lastId(element);
    const paragraphs = [...paragraphsIn(element)];
    found.push({ key: `${client}:${clock}`, id, number: isThere ? number : null, paragraphs });
  }
  return found;
}

function* elementsIn(parent: Y.XmlFragment): Generator<[Y.Item, Y.XmlElement]> {
  for (let item = parent._start; item; item = item.right) {
    const type: unknown = item.content instanceof Y.ContentType ? item.content.type : undefined;
    if (type instanceof Y.XmlElement) yield [item, type as Y.XmlElement];
  }
}

function* paragraphsIn(element: Y.XmlElement): Generator<WrittenRun[]> {
  if (element.nodeName === 'paragraph') yield* linesIn(element);
  else for (const [, child] of elementsIn(element)) yield* paragraphsIn(child);
}

/** A line break ends a line; one that was removed joins them again. */
function* linesIn(paragraph: Y.XmlElement): Generator<WrittenRun[]> {
  let line: WrittenRun[] = [];
  for (let item = paragraph._start; item; item = item.right) {
    const type: unknown = item.content instanceof Y.ContentType ? item.content.type : undefined;
    if (type instanceof Y.XmlText) line.push(...runsIn(type));
    else if (!item.deleted) {
      yield line;
      line = [];
    }
  }
  yield line;
}

function* runsIn(text: Y.XmlText): Generator<WrittenRun> {
  for (let item = text._start; item; item = item.right) {
    const { content, deleted, id } = item;
    if (content instanceof Y.ContentString) yield { text: content.str, client: id.client, clock: id.clock, deleted };
  }
}

function holdsParagraph(element: Y.XmlElement): boolean {
  if (element.nodeName === 'paragraph') return true;
  for (const [item, child] of elementsIn(element)) if (!item.deleted && holdsParagraph(child)) return true;
  return false;
}

/** The id that a clause had last, also when it was removed with it. */
function lastId(element: Y.XmlElement): string {
  const content = element._map.get('id')?.content;
  const id: unknown = content instanceof Y.ContentAny ? content.arr.at(-1) : undefined;
  return typeof id === 'string' ? id : '';
}
