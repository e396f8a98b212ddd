import { Editor } from '@tiptap/core';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { writingExtensions } from './extensions.js';

beforeAll(() => {
  // jsdom lays nothing out; the editor asks where the caret is to scroll there.
  const nowhere = { top: 0, bottom: 0, left: 0, right: 0, width: 0, height: 0, x: 0, y: 0, toJSON: () => ({}) };
  Object.assign(Range.prototype, {
    getClientRects: () => [nowhere],
    getBoundingClientRect: () => nowhere,
  });
});

const clause = (id: string, words: string): Y.XmlElement => {
  const element = new Y.XmlElement('clause');
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  element.setAttribute('id', id);
  element.insert(0, [paragraph]);
  return element;
};

function writing() {
  const doc = new Y.Doc({ gc: false });
  doc.getXmlFragment('text').insert(0, [clause('c1', 'Two nurseries open early.')]);
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: writingExtensions({
      doc,
      awareness: new Awareness(doc),
      user: { name: 'Lucia', color: '#225577' },
      clauseLabel: (number) => `Clause ${number}`,
      hint: 'Write here',
    }),
  });
  const ids = (): unknown[] => editor.state.doc.content.content.map(({ attrs }) => attrs.id as unknown);
  return { doc, editor, ids };
}

describe('clauses in the editor', () => {
  it('gives a pasted copy of a clause an id of its own and leaves the original its', () => {
    const { editor, ids } = writing();
    editor.commands.setTextSelection(editor.state.doc.content.size - 2);
    editor.commands.insertContentAt(editor.state.doc.content.size, [
      { type: 'clause', attrs: { id: 'c1' }, content: [{ type: 'paragraph' }] },
      { type: 'clause', attrs: { id: null }, content: [{ type: 'paragraph' }] },
    ]);
    expect(ids()[0]).toBe('c1');
    expect(new Set(ids()).size).toBe(3);
    expect(ids().every((id) => typeof id === 'string' && /^c[a-z0-9]+$/u.test(id))).toBe(true);
    editor.destroy();
  });

  it('gives the second part of a divided clause an id of its own', () => {
    const { editor, ids } = writing();
    const { state, view } = editor;
    view.dispatch(state.tr.split(15, 2));
    expect(ids()).toHaveLength(2);
    expect(ids()[0]).toBe('c1');
    expect(ids()[1]).not.toBe('c1');
    editor.destroy();
  });

  it('leaves alone what comes from others, so that two editors never mend the same thing twice', () => {
    const { doc, editor, ids } = writing();
    const other = new Y.Doc({ gc: false });
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.getXmlFragment('text').insert(1, [clause('c1', 'From elsewhere, with the same id.')]);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'remote');
    expect(ids()).toEqual(['c1', 'c1']);
    editor.destroy();
  });

  it('adds a clause with Ctrl and Enter, not a line break, and goes there', () => {
    const { editor, ids } = writing();
    editor.commands.setTextSelection(5);
    editor.view.dom.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
    );
    expect(ids()).toHaveLength(2);
    expect(editor.getHTML()).not.toContain('<br');
    expect(editor.state.selection.$from.node(1).attrs.id).toBe(ids()[1]);
    editor.destroy();
  });
});
