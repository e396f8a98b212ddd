import { Editor } from '@tiptap/core';
import { yCursorPluginKey } from '@tiptap/y-tiptap';
import { writeText } from '@tavolo/collaboration/text';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { pretendLayout } from '../testing/layout.js';
import { writingExtensions } from './extensions.js';

beforeAll(pretendLayout);

describe('what somebody has just selected', () => {
  /** An editor in which a key has moved the selection of the browser, which has not told the editor yet. */
  async function justSelected() {
    const doc = new Y.Doc({ gc: false });
    const content = [{ type: 'text' as const, text: 'Two nurseries' }];
    writeText(doc, { clauses: [{ id: 'c1', blocks: [{ type: 'paragraph', content }] }] });
    const editor = new Editor({
      element: document.body.appendChild(document.createElement('div')),
      extensions: writingExtensions({
        doc,
        awareness: new Awareness(doc),
        user: { name: 'Lucia', color: '#225577' },
        clauseLabel: String,
        hint: '',
      }),
    });
    await new Promise((resolve) => setTimeout(resolve, 0));
    editor.commands.setTextSelection(2);
    editor.view.focus();
    const words = editor.view.dom.querySelector('p')!.firstChild!;
    document.getSelection()!.setBaseAndExtent(words, 0, words, 3);
    const selected = () => editor.state.doc.textBetween(editor.state.selection.from, editor.state.selection.to);
    return { doc, editor, selected };
  }

  it('stays selected when the caret of somebody else is drawn in that moment', async () => {
    const { editor, selected } = await justSelected();
    editor.view.dispatch(editor.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }));
    expect(selected()).toBe('Two');
    editor.destroy();
  });

  it('stays selected when a word of somebody else arrives in that moment', async () => {
    const { doc, editor, selected } = await justSelected();
    const paragraph = (doc.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlElement;
    doc.transact(() => (paragraph.get(0) as Y.XmlText).insert(13, ' open'), 'somebody else');
    expect(editor.getText()).toContain('open');
    expect(selected()).toBe('Two');
    editor.destroy();
  });
});
