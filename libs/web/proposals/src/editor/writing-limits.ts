import { deepestList } from '@tavolo/contracts';
import { mostClauses } from '@tavolo/collaboration/text';
import { Extension } from '@tiptap/core';
import { Fragment, type Node, type ResolvedPos, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';

const highestStart = 9999;
/** Control characters but tabs: no paragraph shows them, and the server refuses most of them. */
const control = /[^\P{Cc}\t\u0080-\u009f]/gu;
const isList = ({ type }: Node): boolean => type.name === 'bulletList' || type.name === 'orderedList';
const isMine = (transaction: Transaction): boolean =>
  transaction.docChanged && transaction.getMeta('y-sync$') === undefined;

/**
 * Keeps what is written here within what the server takes (`@tavolo/collaboration/text`), so that nobody who writes honestly is refused:
 * lists five deep, 500 clauses, lists that begin at 1 to 9999, no control characters. What others wrote is left as it is.
 */
export const WritingLimits = Extension.create({
  name: 'writingLimits',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        transformPasted: (slice, view) => shallowSlice(slice, deepestList - listsAround(view.state.selection.$from)),
      },
      filterTransaction: (transaction, { doc }) => !isMine(transaction) || !exceeds(transaction.doc, doc),
      appendTransaction: (transactions, _before, state) => (transactions.some(isMine) ? mended(state) : null),
    }),
  ],
});

/** Whether a change goes beyond the limits, or further beyond them than the text already was. */
function exceeds(after: Node, before: Node): boolean {
  if (after.childCount > Math.max(mostClauses, before.childCount)) return true;
  const depth = depthOfLists(after);
  return depth > deepestList && depth > depthOfLists(before);
}

function depthOfLists(node: Node): number {
  let depth = 0;
  node.forEach((child) => {
    if (!child.isTextblock) depth = Math.max(depth, depthOfLists(child));
  });
  return isList(node) ? depth + 1 : depth;
}

function listsAround(position: ResolvedPos): number {
  let count = 0;
  for (let depth = position.depth; depth > 0; depth--) if (isList(position.node(depth))) count++;
  return count;
}

function shallowSlice(slice: Slice, levels: number): Slice {
  if (depthOfFragment(slice.content) <= levels) return slice;
  return Slice.maxOpen(shallow(slice.content, levels));
}

function depthOfFragment(content: Fragment): number {
  let depth = 0;
  content.forEach((node) => (depth = Math.max(depth, depthOfLists(node))));
  return depth;
}

/** The content with lists at most `levels` deep: what a deeper list holds stands in its place, without its bullets. */
function shallow(content: Fragment, levels: number): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (node.isTextblock || node.isInline) nodes.push(node);
    else if (!isList(node)) nodes.push(node.copy(shallow(node.content, levels)));
    else if (levels > 0) nodes.push(node.copy(shallow(node.content, levels - 1)));
    else node.forEach((item) => nodes.push(...shallow(item.content, 0).content));
  });
  return Fragment.from(nodes);
}

function mended(state: EditorState): Transaction | null {
  const change = state.tr;
  state.doc.descendants((node, position) => {
    if (node.type.name === 'orderedList') {
      const start = fitStart(node.attrs.start);
      if (start !== node.attrs.start) change.setNodeAttribute(position, 'start', start);
    }
    if (node.isText && node.text !== undefined) {
      // A space for each character: nothing moves, and the caret stays where it is.
      const words = node.text.replace(control, ' ');
      if (words !== node.text)
        change.replaceWith(position, position + node.nodeSize, state.schema.text(words, node.marks));
    }
  });
  return change.docChanged ? change : null;
}

/** A number at which a list may begin, whatever was typed or pasted. */
export function fitStart(value: unknown): number {
  const number = Math.trunc(Number(value));
  return Number.isNaN(number) ? 1 : Math.min(highestStart, Math.max(1, number));
}
