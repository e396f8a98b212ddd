import { Extension } from '@tiptap/core';
import { type EditorView } from '@tiptap/pm/view';
import { yCursorPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

/** What the browser was told by a key but has not told the editor yet. */
interface ObservedView extends EditorView {
  readonly domObserver?: { readonly flush: () => void };
}

/**
 * Keeps what the person has just selected when something of others arrives in the same moment. A key such as Shift and an arrow moves the
 * selection of the browser, which tells the editor a moment later; a caret or a word of somebody else that is drawn in between would put the
 * earlier selection back, and the key would be lost. So the editor asks the browser before it draws.
 */
export const KeepSelection = Extension.create<{ doc: Y.Doc | null }, { busy: boolean; ask: () => void }>({
  name: 'keepSelection',
  priority: 2000,
  addOptions: () => ({ doc: null }),
  addStorage: () => ({ busy: false, ask: () => undefined }),

  onBeforeCreate() {
    const { storage, editor } = this;
    storage.ask = () => {
      if (storage.busy || !editor.isInitialized || !editor.isEditable) return;
      const view: ObservedView = editor.view;
      if (!view.composing && view.hasFocus()) view.domObserver?.flush();
    };
    // Before the binding looks where the selection is, for which it registers later.
    this.options.doc?.on('beforeAllTransactions', storage.ask);
  },

  onDestroy() {
    this.options.doc?.off('beforeAllTransactions', this.storage.ask);
  },

  dispatchTransaction({ transaction, next }) {
    const { storage, editor } = this;
    let current = transaction;
    const carets: unknown = transaction.getMeta(yCursorPluginKey);
    if (carets !== undefined && !transaction.docChanged && !transaction.selectionSet) {
      storage.ask();
      // Made anew: the one that came knows the earlier selection.
      current = editor.state.tr.setMeta(yCursorPluginKey, carets);
    }
    const before = storage.busy;
    storage.busy = true;
    try {
      next(current);
    } finally {
      storage.busy = before;
    }
  },
});
