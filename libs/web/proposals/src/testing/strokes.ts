import { type Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

/** A number below `sides`. */
export type Dice = (sides: number) => number;

/** Dice that fall the same way for the same seed. */
export function diceOf(seed: number): Dice {
  let state = Math.imul(seed, 0x9e3779b1);
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * sides);
  };
}

/** Presses a key in the editor. */
export function press(editor: Editor, key: string, modifiers: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...modifiers });
  editor.view.dom.dispatchEvent(event);
}

/** Types letter by letter, as the editor hears it: "1. " becomes a list. */
export function typeIn(editor: Editor, words: string): void {
  for (const letter of words) {
    const { from, to } = editor.state.selection;
    const plain = () => editor.state.tr.insertText(letter, from, to);
    if (editor.view.someProp('handleTextInput', (handle) => handle(editor.view, from, to, letter, plain)) !== true)
      editor.view.dispatch(plain());
  }
}

/** Puts the caret, or a selection, where a person could. */
export function select({ state, view }: Editor, from: number, to: number): void {
  const { doc } = state;
  const [start, end] = [from, to].map((at) => {
    // No caret stands inside a character.
    const isInside = /[\ud800-\udbff]$/u.test(doc.textBetween(Math.max(0, at - 1), at));
    return doc.resolve(isInside ? at - 1 : at);
  });
  if (start && end) view.dispatch(state.tr.setSelection(TextSelection.between(start, end)));
}

export const pasteHtml = (editor: Editor, html: string): void => {
  editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent);
};
export const pasteText = (editor: Editor, text: string): void => {
  editor.view.pasteText(text, new Event('paste') as ClipboardEvent);
};

/** Lists in lists, so many levels deep. */
export const nestedList = (levels: number): string =>
  levels === 0 ? '' : `<ul><li><p>level ${levels}</p>${nestedList(levels - 1)}</li></ul>`;

const words = ['cura ', 'ogni giorno ', 'è ', '😀', 'asilo ', 'a', '1. ', '- ', '0. ', '99999999999999999999. '];
const pages = [
  '<ul><li>uno</li><li>due<ul><li>tre</li></ul></li></ul>',
  '<ol start="-3"><li><p>a</p></li></ol><p>fine</p>',
  '<ol start="99999999999999999999999"><li>b</li></ol>',
  '<p>x</p>'.repeat(20),
  nestedList(7),
  '<section data-clause="c1"><p>mine</p></section><section data-clause="c2"><p>other</p></section>',
  '<p>zero \u0000 escape \u001b tab \u000b</p>',
];

const strokes: readonly ((editor: Editor, roll: Dice) => unknown)[] = [
  ...Array.from({ length: 4 }, () => (editor: Editor, roll: Dice) => typeIn(editor, words[roll(words.length)] ?? '')),
  (editor) => press(editor, 'Enter'),
  (editor) => press(editor, 'Enter'),
  (editor) => press(editor, 'Enter', { ctrlKey: true }),
  (editor) => press(editor, 'Enter', { ctrlKey: true }),
  (editor) => press(editor, 'Enter', { shiftKey: true }),
  (editor) => press(editor, 'Backspace'),
  (editor) => press(editor, 'Backspace'),
  (editor) => press(editor, 'Backspace'),
  (editor) => press(editor, 'Delete'),
  (editor) => editor.commands.deleteSelection(),
  (editor, roll) => roll(2) === 0 && editor.chain().selectAll().deleteSelection().run(),
  (editor) => editor.commands.undo(),
  (editor) => editor.commands.undo(),
  (editor) => editor.commands.redo(),
  (editor, roll) => (roll(2) === 0 ? editor.commands.toggleBulletList() : editor.commands.toggleOrderedList()),
  (editor) => press(editor, 'Tab'),
  (editor) => press(editor, 'Tab', { shiftKey: true }),
  (editor) => editor.commands.toggleBold(),
  (editor, roll) => pasteHtml(editor, pages[roll(pages.length)] ?? ''),
  (editor) => pasteText(editor, 'plain \u0007 words\n\nof two\tparagraphs \u0000'),
];

/** Does something that a person does in an editor: typing, splitting and joining, undoing, lists, pasting. */
export function stroke(editor: Editor, roll: Dice): void {
  const { size } = editor.state.doc.content;
  if (roll(3) === 0) {
    const at = roll(size + 1);
    select(editor, at, at);
  }
  if (roll(8) === 0) select(editor, roll(size + 1), roll(size + 1));
  strokes[roll(strokes.length)]?.(editor, roll);
}
