import { mergeAttributes, Node } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type Node as DocumentNode } from '@tiptap/pm/model';
import { freshClauseId } from './clause-id.js';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    clause: {
      /** Adds an empty clause after the one in which the caret stands, and goes there. */
      addClause: () => ReturnType;
    };
  }
}

export interface ClauseOptions {
  /** What assistive technology calls clause `number`, in the reader's language. */
  label: (number: number) => string;
  /** What stands in an empty text until somebody writes. */
  hint: string;
}

/** Where the clause around `position` ends; the end of the document when there is none. */
function endOfClause(doc: DocumentNode, position: number): number {
  const $position = doc.resolve(position);
  return $position.depth < 1 ? doc.content.size : $position.after(1);
}

/**
 * A numbered, addressable part of the text. The number is its place; the id stays with it through every edit. Clauses are not moved as a
 * whole: a move would be a deletion and an insertion, and what somebody else writes in the clause meanwhile would be lost with the former.
 */
export const ClauseNode = Node.create<ClauseOptions>({
  name: 'clause',
  content: '(paragraph | bulletList | orderedList)+',
  defining: true,

  addOptions: () => ({ label: (number) => String(number), hint: '' }),

  addAttributes: () => ({
    id: {
      default: null,
      keepOnSplit: false,
      parseHTML: (element) => element.getAttribute('data-clause'),
      renderHTML: ({ id }: { id?: string | null }) => (id ? { 'data-clause': id } : {}),
    },
  }),

  parseHTML: () => [{ tag: 'section[data-clause]' }],
  renderHTML: ({ HTMLAttributes }) => ['section', mergeAttributes(HTMLAttributes, { class: 'clause' }), 0],

  addCommands() {
    return {
      addClause:
        () =>
        ({ state, chain }) => {
          const at = endOfClause(state.doc, state.selection.to);
          return chain()
            .insertContentAt(at, { type: 'clause', attrs: { id: freshClauseId() }, content: [{ type: 'paragraph' }] })
            .setTextSelection(at + 2)
            .scrollIntoView()
            .run();
        },
    };
  },

  addKeyboardShortcuts() {
    return {
      'Mod-Enter': () => this.editor.commands.addClause(),
    };
  },

  addProseMirrorPlugins() {
    const { label, hint } = this.options;
    return [
      new Plugin({
        key: new PluginKey('clauseIds'),
        /** A clause that was split or pasted gets an id of its own; those that came from others are left as they are. */
        appendTransaction: (transactions, _before, state) => {
          const mine = transactions.some((transaction) => transaction.docChanged && !transaction.getMeta('y-sync$'));
          if (!mine) return null;
          const seen = new Set<string>();
          const change = state.tr;
          state.doc.forEach((node, offset) => {
            const id = node.attrs.id as string | null;
            if (id !== null && !seen.has(id)) seen.add(id);
            else change.setNodeAttribute(offset, 'id', freshClauseId());
          });
          return change.docChanged ? change : null;
        },
      }),
      new Plugin({
        key: new PluginKey('clauseNumbers'),
        props: {
          decorations: ({ doc }) => {
            const numbers: Decoration[] = [];
            const untouched = doc.childCount === 1 && doc.textContent === '';
            doc.forEach((node, offset, index) => {
              const name = label(index + 1);
              numbers.push(
                Decoration.node(offset, offset + node.nodeSize, {
                  'data-number': String(index + 1),
                  ...(untouched && { 'data-hint': hint }),
                  role: 'group',
                  'aria-label': name,
                }),
              );
            });
            return DecorationSet.create(doc, numbers);
          },
        },
      }),
    ];
  },
});
