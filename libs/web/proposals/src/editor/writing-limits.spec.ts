import { isProposalPlace, isProposalStruct, readText } from '@tavolo/collaboration/text';
import { Editor } from '@tiptap/core';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { pretendLayout } from '../testing/layout.js';
import { nestedList, pasteHtml, pasteText, press, typeIn } from '../testing/strokes.js';
import { writingExtensions } from './extensions.js';
import { fitStart } from './writing-limits.js';

beforeAll(pretendLayout);

function writing() {
  const doc = new Y.Doc({ gc: false });
  const clause = new Y.XmlElement('clause');
  clause.setAttribute('id', 'c1');
  clause.insert(0, [new Y.XmlElement('paragraph')]);
  doc.getXmlFragment('text').insert(0, [clause]);
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
  editor.commands.setTextSelection(2);
  const items = () => [...doc.store.clients.values()].flat().filter((struct) => struct instanceof Y.Item);
  /** Whether the server takes everything that the editor ever wrote, and can read what is left. */
  const isTaken = (): boolean =>
    readText(doc).ok &&
    items().every((item) => {
      const place = { parent: item.parent as Y.AbstractType<unknown>, attribute: item.parentSub };
      return isProposalStruct(item) && isProposalPlace(item, place);
    });
  return { doc, editor, isTaken };
}

describe('what the editor writes, whatever is typed or pasted', () => {
  it('has a space where control characters were pasted', () => {
    const { editor, isTaken } = writing();
    pasteText(editor, 'one\u0007two\u0000\n\nthree\u001bfour\tfive');
    expect(editor.getText({ blockSeparator: '|' })).toContain('one two |three four\tfive');
    pasteHtml(editor, '<p>a\u0008b</p>');
    expect(editor.getText()).toContain('a b');
    expect(isTaken()).toBe(true);
    editor.destroy();
  });

  it.each([
    ['-3', 1],
    ['0', 1],
    ['2.7', 2],
    ['99999999999999999999', 9999],
    ['many', 1],
  ])('begins a list that was pasted with the number %s at %i', (start, expected) => {
    const { editor, isTaken } = writing();
    pasteHtml(editor, `<ol start="${start}"><li><p>item</p></li></ol>`);
    expect(editor.state.doc.firstChild?.firstChild?.attrs).toEqual({ start: expected });
    expect(isTaken()).toBe(true);
    editor.destroy();
  });

  it('begins a list at a number that lists may have when a longer one is typed', () => {
    const { editor, isTaken } = writing();
    typeIn(editor, '99999999999999999999. ');
    expect(editor.isActive('orderedList', { start: 9999 })).toBe(true);
    expect(isTaken()).toBe(true);
    expect(fitStart('3')).toBe(3);
    editor.destroy();
  });

  it('keeps every word of lists pasted deeper than five, at the fifth level', () => {
    const { editor, isTaken } = writing();
    pasteHtml(editor, nestedList(8));
    for (let level = 1; level <= 8; level++) expect(editor.getText()).toContain(`level ${level}`);
    expect(isTaken()).toBe(true);
    editor.destroy();
  });

  it('lets lists go five deep and no deeper, with the tab key and when lists are pasted into lists', () => {
    const { editor, isTaken } = writing();
    editor.commands.toggleBulletList();
    for (let level = 0; level < 8; level++) {
      typeIn(editor, `item ${level}`);
      press(editor, 'Enter');
      press(editor, 'Tab');
    }
    pasteHtml(editor, nestedList(3));
    expect(editor.getHTML().match(/<ul>/gu)?.length).toBeGreaterThanOrEqual(5);
    expect(editor.getText()).toContain('level 1');
    expect(isTaken()).toBe(true);
    editor.destroy();
  });

  it('has 500 clauses at most', () => {
    const { editor, isTaken } = writing();
    const clause = { type: 'clause', content: [{ type: 'paragraph' }] };
    editor.commands.insertContentAt(
      editor.state.doc.content.size,
      Array.from({ length: 498 }, () => clause),
    );
    editor.commands.addClause();
    expect(editor.state.doc.childCount).toBe(500);
    editor.commands.addClause();
    expect(editor.state.doc.childCount).toBe(500);
    typeIn(editor, 'still writing');
    expect(editor.getText()).toContain('still writing');
    expect(isTaken()).toBe(true);
    editor.destroy();
  });
});

describe('an editor on a text from which others erased everything', () => {
  it('lets people write on, in a clause of their own', () => {
    const { doc, editor, isTaken } = writing();
    typeIn(editor, 'gone');
    doc.transact(() => doc.getXmlFragment('text').delete(0, 1), 'somebody else');
    expect(editor.state.doc.textContent).toBe('');
    typeIn(editor, 'begun again');
    expect(doc.getXmlFragment('text').length).toBe(1);
    expect(isTaken()).toBe(true);
    const reading = readText(doc);
    expect(reading.ok && JSON.stringify(reading.text)).toContain('begun again');
    editor.destroy();
  });

  it('opens such a text too', () => {
    const doc = new Y.Doc({ gc: false });
    const extensions = writingExtensions({
      doc,
      awareness: new Awareness(doc),
      user: { name: 'Lucia', color: '#225577' },
      clauseLabel: String,
      hint: '',
    });
    const editor = new Editor({ element: document.body.appendChild(document.createElement('div')), extensions });
    typeIn(editor, 'first words');
    const reading = readText(doc);
    expect(reading.ok && JSON.stringify(reading.text)).toContain('first words');
    editor.destroy();
  });
});
