import { Extension } from '@tiptap/core';
import { type Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { changedParagraph, paragraphParts, type ParagraphPart } from './paragraph-parts.js';
import { wordChange } from './word-change.js';

interface SyncState {
  readonly binding: ProsemirrorBinding;
  readonly snapshot: unknown;
  readonly prevSnapshot: unknown;
  readonly addToHistory: boolean;
  readonly isChangeOrigin: boolean;
}

/**
 * Carries what somebody types within one paragraph into the shared text exactly where she typed it, before the binding of the editor
 * compares the two. The binding would see only the words: beside an equal letter, such as a space of somebody else, it takes hers for the
 * other's, and where two people began the same paragraph at once it deletes what one of them wrote and writes it anew as the other's. Both
 * would then be undone by the wrong person. Whatever changes more than the words of one paragraph is left to the binding.
 */
export const OwnWords = Extension.create({
  name: 'ownWords',
  // Before the binding, which then finds nothing left to do.
  priority: 1500,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('ownWords'),
      view: () => ({ update: ({ state }) => carry(state) }),
    }),
  ],
});

function carry(state: EditorState): void {
  const sync = ySyncPluginKey.getState(state) as SyncState | undefined;
  // What is not to be undone is for the binding, which keeps such changes apart.
  if (!sync?.addToHistory || sync.isChangeOrigin || sync.snapshot !== null || sync.prevSnapshot !== null) return;
  const { doc, mapping, mux, type } = sync.binding;
  const changed = changedParagraph(type, state.doc, mapping);
  const parts = changed && paragraphParts(changed, mapping);
  if (!parts) return;
  const { $from, empty } = state.selection;
  const caret = empty && $from.parent === changed.node ? $from.parentOffset : null;
  mux(() => {
    doc.transact(() => {
      for (const part of parts) rewrite(part, caret === null ? null : caret - part.start);
      for (const text of parts.flatMap(({ texts }) => texts)) mapping.delete(text);
      mapping.set(changed.element, changed.node);
    }, ySyncPluginKey);
  });
}

/** Gives the shared texts of a part the words and the marks that the editor has there. */
function rewrite({ texts, nodes }: ParagraphPart, caret: number | null): void {
  const after = nodes.map(({ text }) => text ?? '').join('');
  const before = texts.map(wordsOf).join('');
  const isInside = caret !== null && caret >= 0 && caret <= after.length;
  const { index, remove, insert } = wordChange(before, after, isInside ? caret : null);
  let start = 0;
  // Where two texts meet, the words go to the first that has any: for everybody the same.
  let isPlaced = insert === '';
  for (const [number, text] of texts.entries()) {
    const { length } = text;
    const from = Math.max(0, index - start);
    const to = Math.min(length, index + remove - start);
    if (to > from) text.delete(from, to - from);
    const isHere = index >= start && (index < start + length || (index === start + length && length > 0));
    if (!isPlaced && (isHere || number === texts.length - 1)) {
      text.insert(Math.min(from, text.length), insert);
      isPlaced = true;
    }
    start += length;
  }
  mark(texts, nodes);
}

function mark(texts: readonly Y.XmlText[], nodes: readonly Node[]): void {
  let start = 0;
  for (const text of texts) {
    const end = start + text.length;
    const none = Object.fromEntries(
      deltaOf(text)
        .flatMap(({ attributes }) => Object.keys(attributes ?? {}))
        .map((name) => [name, null]),
    );
    const delta: object[] = [];
    let at = 0;
    for (const { marks, nodeSize } of nodes) {
      const retain = Math.min(end, at + nodeSize) - Math.max(start, at);
      const own = Object.fromEntries(marks.map(({ type, attrs }) => [type.name, attrs]));
      if (retain > 0) delta.push({ retain, attributes: { ...none, ...own } });
      at += nodeSize;
    }
    if (delta.length > 0) text.applyDelta(delta);
    start = end;
  }
}

interface Piece {
  readonly insert: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

const deltaOf = (text: Y.XmlText): readonly Piece[] => text.toDelta() as Piece[];
const wordsOf = (text: Y.XmlText): string =>
  deltaOf(text)
    .map(({ insert }) => insert)
    .join('');
