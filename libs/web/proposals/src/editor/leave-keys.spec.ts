import { Editor } from '@tiptap/core';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { pretendLayout } from '../testing/layout.js';
import { typeIn } from '../testing/strokes.js';
import { writingExtensions } from './extensions.js';

beforeAll(pretendLayout);

/** Presses a key. @returns whether the browser would do with it what it always does */
function isLeftToBrowser(editor: Editor, key: string, modifiers: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...modifiers });
  return editor.view.dom.dispatchEvent(event);
}

describe('the tab key in a list', () => {
  /** In the second item of a list. */
  function inList() {
    const doc = new Y.Doc({ gc: false });
    const extensions = writingExtensions({
      ...{ doc, awareness: new Awareness(doc), user: { name: 'Lucia', color: '#225577' } },
      ...{ clauseLabel: String, hint: '' },
    });
    const editor = new Editor({ element: document.body.appendChild(document.createElement('div')), extensions });
    typeIn(editor, '- one');
    isLeftToBrowser(editor, 'Enter');
    typeIn(editor, 'two');
    return { editor, levels: () => editor.getHTML().split('<ul>').length - 1 };
  }

  it('moves the item, and after Escape leaves the text', () => {
    const { editor, levels } = inList();
    isLeftToBrowser(editor, 'Escape');
    expect(isLeftToBrowser(editor, 'Tab')).toBe(true);
    expect(levels()).toBe(1);
    expect(isLeftToBrowser(editor, 'Tab')).toBe(false);
    expect(levels()).toBe(2);
    isLeftToBrowser(editor, 'Escape');
    isLeftToBrowser(editor, 'Shift');
    expect(isLeftToBrowser(editor, 'Tab', { shiftKey: true })).toBe(true);
    expect(levels()).toBe(2);
    editor.destroy();
  });

  it('moves the item again once something was written after Escape', () => {
    const { editor, levels } = inList();
    isLeftToBrowser(editor, 'Escape');
    isLeftToBrowser(editor, 'x');
    expect(isLeftToBrowser(editor, 'Tab')).toBe(false);
    expect(levels()).toBe(2);
    editor.destroy();
  });
});
