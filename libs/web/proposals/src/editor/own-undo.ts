import { Extension } from '@tiptap/core';
import { type UndoManager } from 'yjs';
import * as Y from 'yjs';
import { yUndoPluginKey } from '@tiptap/y-tiptap';

/**
 * Undo takes back only one's own. What others wrote in a clause, a paragraph or a list that undoing would remove keeps it; and the places
 * where words stand are never removed alone, because somebody may be writing there whose words have not arrived yet.
 */
export const OwnUndo = Extension.create({
  name: 'ownUndo',
  onCreate() {
    const state = yUndoPluginKey.getState(this.editor.state) as { readonly undoManager: UndoManager } | undefined;
    if (state) state.undoManager.deleteFilter = mayUndo;
  },
});

/** Whether undoing may delete an item that this person inserted; asked of what stands within before what it stands in. */
export function mayUndo(item: Y.Item): boolean {
  if (!(item.content instanceof Y.ContentType)) return true;
  const { type } = item.content;
  if (type instanceof Y.XmlText) return false;
  return !(type instanceof Y.XmlElement) || isLeft(type as Y.XmlElement, item.id.client);
}

/** Whether nothing is left in it but places without words, all of the person who made it. */
function isLeft(element: Y.XmlElement, owner: number): boolean {
  return element.toArray().every((child) => {
    if (child._item?.id.client !== owner) return false;
    if (child instanceof Y.XmlText) return child.length === 0;
    return child instanceof Y.XmlElement && child.nodeName !== 'hardBreak' && isLeft(child, owner);
  });
}
