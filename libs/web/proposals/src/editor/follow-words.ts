import { Extension } from '@tiptap/core';
import { BroughtBack } from '@tavolo/collaboration/text';
import { type ProsemirrorBinding, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** Puts the caret behind words that were brought back while the person was writing them, so that the next letter follows the last. */
export const FollowWords = Extension.create<{ doc: Y.Doc | null }, { follow: (transaction: Y.Transaction) => void }>({
  name: 'followWords',
  addOptions: () => ({ doc: null }),
  addStorage: () => ({ follow: () => undefined }),
  onCreate() {
    const { editor, storage } = this;
    storage.follow = ({ origin, doc }) => {
      if (!(origin instanceof BroughtBack) || origin.text === null) return;
      const sync = ySyncPluginKey.getState(editor.state) as { readonly binding: ProsemirrorBinding };
      const { type, mapping } = sync.binding;
      const end = Y.createRelativePositionFromTypeIndex(origin.text, origin.text.length);
      const at = relativePositionToAbsolutePosition(doc, type, end, mapping);
      if (at !== null) editor.commands.setTextSelection(at);
    };
    this.options.doc?.on('afterTransaction', storage.follow);
  },
  onDestroy() {
    this.options.doc?.off('afterTransaction', this.storage.follow);
  },
});
