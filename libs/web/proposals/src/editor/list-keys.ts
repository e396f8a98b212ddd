import { Extension } from '@tiptap/core';

/**
 * Backspace at the beginning of a list item takes it out of its list, and Enter first removes what is selected. The keys
 * that come with the lists of the editor throw when several kinds of blocks are selected, or lists stand in lists.
 */
export const ListKeys = Extension.create({
  name: 'listKeys',
  priority: 1000,
  addKeyboardShortcuts() {
    return {
      Backspace: () => {
        const { empty, $from } = this.editor.state.selection;
        const isFirst = $from.parentOffset === 0 && $from.depth > 1 && $from.index(-1) === 0;
        if (!empty || !isFirst || $from.node(-1).type.name !== 'listItem') return false;
        return this.editor.commands.liftListItem('listItem');
      },
      Enter: () => {
        if (!this.editor.state.selection.empty) this.editor.commands.deleteSelection();
        return false;
      },
    };
  },
});
