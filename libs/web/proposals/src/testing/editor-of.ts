import { Editor } from '@tiptap/core';
import { writingExtensions } from '../editor/extensions.js';
import { type Writer } from './writing-room.js';

/** The editor of one writer, as her page shows it. Whoever makes it destroys it. */
export const editorOf = ({ provider }: Writer): Editor =>
  new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: writingExtensions({
      doc: provider.doc,
      awareness: provider.awareness,
      user: { name: 'Lucia', color: '#225577' },
      clauseLabel: (number) => `Clause ${number}`,
      hint: 'Write here',
    }),
  });
