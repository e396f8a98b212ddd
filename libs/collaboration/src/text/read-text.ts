import {
  type BlockText,
  type ClauseText,
  type InlineText,
  type ListItem,
  type ProposalText,
  type TextRun,
  clauseIdSchema,
  deepestList,
} from '@tavolo/contracts';
import * as Y from 'yjs';

/** Name of the root fragment that holds the text of a proposal. */
export const textFragmentName = 'text';

/** Most clauses that a text may have. */
export const mostClauses = 500;

/** So many more may people bring about who add some at the same moment, each within the limit. */
const clausesTogether = 50;

/** What is wrong with a document, and where: names of nodes with their positions from 1, for example `clause 2 > paragraph 1`. */
export interface TextProblem {
  readonly reason: string;
  readonly path: string;
}

export type TextReading =
  { readonly ok: true; readonly text: ProposalText } | { readonly ok: false; readonly problem: TextProblem };

/**
 * Reads the text of a document and checks it against the schema: unknown nodes, marks and attributes are refused.
 *
 * What honest people can bring about by writing at the same time is repaired, in the same way on every machine: clauses,
 * lists and items that lost their whole content are left out, as the editor does (all of them: the text is without
 * clauses then), a clause whose id is missing or already used by a clause before it goes by an id made of its Yjs
 * identity, the few clauses above the limit are read as part of the last one, a list starts at 1 to 9999, and a control
 * character other than a tab is read as a space.
 */
export function readText(doc: Y.Doc): TextReading {
  try {
    return { ok: true, text: new TextReader(doc).read() };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: { reason: error.message, path: error.path } };
    throw error;
  }
}

class Unreadable extends Error {
  constructor(
    reason: string,
    readonly path: string,
  ) {
    super(reason);
  }
}

interface Delta {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

class TextReader {
  private readonly fragment: Y.XmlFragment;
  private readonly used = new Set<string>();

  constructor(doc: Y.Doc) {
    this.fragment = doc.getXmlFragment(textFragmentName);
  }

  read(): ProposalText {
    const elements = this.children(this.fragment, 'text');
    if (elements.length > mostClauses + clausesTogether) throw new Unreadable('too many clauses', 'text');
    const given = new Set(elements.map(attributeId).filter((id) => id !== undefined));
    const clauses = elements.flatMap((element, index) => this.clause(element, `clause ${index + 1}`, given));
    const last = clauses[mostClauses - 1];
    if (!last || clauses.length === mostClauses) return { clauses };
    const blocks = clauses.slice(mostClauses - 1).flatMap((clause) => clause.blocks);
    return { clauses: [...clauses.slice(0, mostClauses - 1), { id: last.id, blocks }] };
  }

  private clause(element: Y.XmlElement, path: string, given: ReadonlySet<string>): ClauseText[] {
    if (element.nodeName !== 'clause') throw new Unreadable(`unknown node ${element.nodeName}`, path);
    this.allowAttributes(element, ['id'], path);
    const blocks = this.blocks(element, path, deepestList);
    return blocks.length === 0 ? [] : [{ id: this.clauseId(element, path, given), blocks }];
  }

  private clauseId(element: Y.XmlElement, path: string, given: ReadonlySet<string>): string {
    const id = attributeId(element);
    if (id !== undefined && !clauseIdSchema.safeParse(id).success) throw new Unreadable('unfit clause id', path);
    if (id !== undefined && !this.used.has(id)) {
      this.used.add(id);
      return id;
    }
    const identity = element._item?.id;
    let own = identity ? `y${identity.client.toString(36)}-${identity.clock.toString(36)}` : 'y';
    while (given.has(own) || this.used.has(own)) own += 'x';
    this.used.add(own);
    return own;
  }

  private blocks(parent: Y.XmlElement, path: string, levels: number): BlockText[] {
    return this.children(parent, path).flatMap((element, index) => {
      const here = `${path} > ${element.nodeName} ${index + 1}`;
      return this.block(element, here, levels);
    });
  }

  private block(element: Y.XmlElement, path: string, levels: number): BlockText[] {
    switch (element.nodeName) {
      case 'paragraph':
        this.allowAttributes(element, [], path);
        return [{ type: 'paragraph', content: this.inline(element, path) }];
      case 'bulletList': {
        this.allowAttributes(element, [], path);
        const items = this.items(element, path, levels);
        return items.length === 0 ? [] : [{ type: 'bulletList', items }];
      }
      case 'orderedList': {
        this.allowAttributes(element, ['start'], path);
        const items = this.items(element, path, levels);
        const start = startOf(element, path);
        if (items.length === 0) return [];
        return [start === 1 ? { type: 'orderedList', items } : { type: 'orderedList', start, items }];
      }
      default:
        throw new Unreadable(`unknown node ${element.nodeName}`, path);
    }
  }

  private items(list: Y.XmlElement, path: string, levels: number): ListItem[] {
    if (levels === 0) throw new Unreadable('lists are nested too deep', path);
    return this.children(list, path).flatMap((element, index) => {
      const here = `${path} > item ${index + 1}`;
      if (element.nodeName !== 'listItem') throw new Unreadable(`unknown node ${element.nodeName}`, here);
      this.allowAttributes(element, [], here);
      const blocks = this.blocks(element, here, levels - 1);
      return blocks.length === 0 ? [] : [{ blocks }];
    });
  }

  private inline(paragraph: Y.XmlElement, path: string): InlineText[] {
    const content: InlineText[] = [];
    const children: readonly unknown[] = paragraph.toArray();
    for (const child of children) {
      if (child instanceof Y.XmlText) {
        if (Object.keys(child.getAttributes()).length > 0) throw new Unreadable('unknown attribute', path);
        for (const piece of child.toDelta() as Delta[]) appendRun(content, textRun(piece, path));
      } else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') {
        this.allowAttributes(child as Y.XmlElement, [], path);
        if (child.length > 0) throw new Unreadable('a break holds nothing', path);
        content.push({ type: 'hardBreak' });
      } else {
        throw new Unreadable('unknown content', path);
      }
    }
    return content;
  }

  private children(parent: Y.XmlFragment, path: string): Y.XmlElement[] {
    return (parent.toArray() as unknown[]).map((child) => {
      if (child instanceof Y.XmlElement) return child as Y.XmlElement;
      throw new Unreadable('unknown content', path);
    });
  }

  private allowAttributes(element: Y.XmlElement, names: readonly string[], path: string): void {
    const unknown = Object.keys(element.getAttributes()).find((name) => !names.includes(name));
    if (unknown !== undefined) throw new Unreadable(`unknown attribute ${unknown}`, path);
  }
}

function attributeId(element: Y.XmlElement): string | undefined {
  return element.getAttribute('id');
}

function startOf(element: Y.XmlElement, path: string): number {
  const start: unknown = element.getAttribute('start') ?? 1;
  const number = typeof start === 'string' ? Number(start) : start;
  if (typeof number === 'number' && Number.isInteger(number)) return Math.min(9999, Math.max(1, number));
  throw new Unreadable('unfit number of a list', path);
}

/** No paragraph shows these and no database holds all of them; a space keeps the place of every other character. */
const control = /[^\P{Cc}\t\u0080-\u009f]/gu;

function textRun(piece: Delta, path: string): TextRun {
  if (typeof piece.insert !== 'string') throw new Unreadable('unknown content', path);
  if (/\p{Cs}/u.test(piece.insert)) throw new Unreadable('half a character', path);
  const run: { type: 'text'; text: string; bold?: true; italic?: true } = {
    type: 'text',
    text: piece.insert.replace(control, ' '),
  };
  for (const [name, value] of Object.entries(piece.attributes ?? {})) {
    if (name !== 'bold' && name !== 'italic') throw new Unreadable(`unknown mark ${name}`, path);
    if (!isPlainMark(value)) throw new Unreadable(`unknown attribute of mark ${name}`, path);
    run[name] = true;
  }
  return run;
}

/** Marks without attributes: `{}` as the editor writes them, or `true`. */
export function isPlainMark(value: unknown): boolean {
  return value === true || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

function appendRun(content: InlineText[], run: TextRun): void {
  if (run.text === '') return;
  const last = content.at(-1);
  const joins = last?.type === 'text' && last.bold === run.bold && last.italic === run.italic;
  if (joins) content[content.length - 1] = { ...last, text: last.text + run.text };
  else content.push(run);
}
