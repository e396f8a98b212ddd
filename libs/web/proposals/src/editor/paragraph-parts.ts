import { Node } from '@tiptap/pm/model';
import { type ProsemirrorBinding } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

type Mapping = ProsemirrorBinding['mapping'];

/** A paragraph of the shared text and what stands in its place in the editor. */
export interface ChangedParagraph {
  readonly element: Y.XmlElement;
  readonly node: Node;
}

/** What stands between two line breaks of a paragraph: in the shared text, and in the editor. */
export interface ParagraphPart {
  /** Several where people began the paragraph at once. */
  readonly texts: readonly Y.XmlText[];
  readonly nodes: readonly Node[];
  /** Where it begins in the paragraph of the editor. */
  readonly start: number;
}

/** The one paragraph in which the editor differs from the shared text; `null` when more than its words differs, or nothing. */
export function changedParagraph(within: Y.XmlFragment, node: Node, mapping: Mapping): ChangedParagraph | null {
  const children = within.toArray();
  if (children.length !== node.childCount) return null;
  const changed = children.flatMap((child, index) => (mapping.get(child) === node.child(index) ? [] : [index]));
  const [index] = changed;
  if (index === undefined || changed.length > 1) return null;
  const element = children[index];
  const before = element && mapping.get(element);
  const after = node.child(index);
  if (!(element instanceof Y.XmlElement) || !(before instanceof Node) || !before.sameMarkup(after)) return null;
  return after.isTextblock ? { element, node: after } : changedParagraph(element, after, mapping);
}

/** The parts of a paragraph side by side; `null` when its line breaks differ, or there is no place yet for words that it now has. */
export function paragraphParts({ element, node }: ChangedParagraph, mapping: Mapping): ParagraphPart[] | null {
  const parts: { texts: Y.XmlText[]; nodes: Node[]; start: number }[] = [{ texts: [], nodes: [], start: 0 }];
  const breaks: unknown[] = [];
  node.forEach((child, offset) => {
    if (child.isText) parts.at(-1)?.nodes.push(child);
    else {
      breaks.push(child);
      parts.push({ texts: [], nodes: [], start: offset + child.nodeSize });
    }
  });
  let at = 0;
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText) parts[at]?.texts.push(child);
    else if (mapping.get(child) === breaks[at]) at++;
    else return null;
  }
  const isWhole = at === breaks.length && parts.every(({ texts, nodes }) => texts.length > 0 || nodes.length === 0);
  return isWhole ? parts : null;
}
