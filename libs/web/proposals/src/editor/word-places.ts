import { Extension } from '@tiptap/core';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/**
 * Gives each paragraph that this person makes its place for words at once. The binding makes that place with the first letter: two people who
 * begin the same paragraph at the same moment would make two, and what is typed while the binding joins them would be lost.
 */
export const WordPlaces = Extension.create<{ doc: Y.Doc | null }>({
  name: 'wordPlaces',
  addOptions: () => ({ doc: null }),
  onBeforeCreate() {
    this.options.doc?.on('afterTransaction', makePlaces);
  },
  onDestroy() {
    this.options.doc?.off('afterTransaction', makePlaces);
  },
});

function makePlaces({ origin, beforeState, doc }: Y.Transaction): void {
  if (origin !== ySyncPluginKey) return;
  const made = (doc.store.clients.get(doc.clientID) ?? []).slice(firstAfter(doc, beforeState.get(doc.clientID) ?? 0));
  const empty = made.flatMap((struct) => {
    const type =
      struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentType && struct.content.type;
    return type instanceof Y.XmlElement && type.nodeName === 'paragraph' && type.length === 0 ? [type] : [];
  });
  if (empty.length === 0) return;
  // Under the same origin, so that one undo takes back both.
  doc.transact(() => {
    for (const paragraph of empty) paragraph.insert(0, [new Y.XmlText()]);
  }, ySyncPluginKey);
}

/** Where the structs of this client begin that are not older than `clock`. */
function firstAfter({ store, clientID }: Y.Doc, clock: number): number {
  const structs = store.clients.get(clientID) ?? [];
  let index = structs.length;
  while (index > 0 && (structs[index - 1]?.id.clock ?? 0) >= clock) index--;
  return index;
}
