import { type AnyExtension, Extension } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Plugin } from '@tiptap/pm/state';
import { type Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { caretElement, CaretNames, selectionAttributes } from './caret.js';
import { ClauseNode } from './clause-node.js';
import { FollowWords } from './follow-words.js';
import { KeepSelection } from './keep-selection.js';
import { LeaveKeys } from './leave-keys.js';
import { ListKeys } from './list-keys.js';
import { OwnUndo } from './own-undo.js';
import { OwnWords } from './own-words.js';
import { cleanPastedHtml } from './word-paste.js';
import { WordPlaces } from './word-places.js';
import { fitStart, WritingLimits } from './writing-limits.js';

const CleanPaste = Extension.create({
  name: 'cleanPaste',
  addProseMirrorPlugins: () => [new Plugin({ props: { transformPastedHTML: cleanPastedHtml } })],
});

export interface WritingExtensions {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly user: { readonly name: string; readonly color: string };
  readonly clauseLabel: (number: number) => string;
  readonly hint: string;
}

/** The editor's schema and behaviour; the schema is the one that the server accepts (`@tavolo/collaboration/text`). */
export function writingExtensions({ doc, awareness, user, clauseLabel, hint }: WritingExtensions): AnyExtension[] {
  return [
    Document.extend({ content: 'clause+' }),
    ClauseNode.configure({ label: clauseLabel, hint }),
    Paragraph,
    Text,
    Bold,
    Italic,
    // Ctrl and Enter adds a clause; a line break is Shift and Enter alone.
    HardBreak.extend({
      addKeyboardShortcuts() {
        return { 'Shift-Enter': () => this.editor.commands.setHardBreak() };
      },
    }),
    BulletList,
    OrderedList.extend({
      addAttributes: () => ({
        start: { default: 1, parseHTML: (element: HTMLElement) => fitStart(element.getAttribute('start') ?? 1) },
      }),
    }),
    // Whatever is left of an item when several people change it at once stays: the binding deletes what does not fit the schema.
    ListItem.extend({ content: '(paragraph | bulletList | orderedList)+' }),
    ListKeys,
    LeaveKeys,
    CleanPaste,
    WritingLimits,
    KeepSelection.configure({ doc }),
    CaretNames.configure({ awareness }),
    WordPlaces.configure({ doc }),
    OwnWords,
    OwnUndo,
    FollowWords.configure({ doc }),
    Collaboration.configure({ document: doc, field: 'text' }),
    CollaborationCaret.configure({
      provider: { awareness },
      user,
      render: caretElement,
      selectionRender: selectionAttributes,
    }),
  ];
}
