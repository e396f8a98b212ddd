import { type Editor } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import { type UndoManager } from 'yjs';
import { editorOf } from '../testing/editor-of.js';
import { pretendLayout, serverTimers } from '../testing/layout.js';
import { diceOf, type Dice, press, select, typeIn } from '../testing/strokes.js';
import { turn, type Writer, WritingRoom } from '../testing/writing-room.js';

beforeAll(() => {
  pretendLayout();
  serverTimers();
});

interface Pair {
  readonly room: WritingRoom;
  readonly writers: readonly [Writer, Writer];
  /** Of Lucia, who undoes, and of Omar, whose words must stay. */
  readonly lucia: Editor;
  readonly omar: Editor;
}

const opened: Pair[] = [];
afterEach(async () => {
  for (const { room, lucia, omar } of opened.splice(0)) {
    lucia.destroy();
    omar.destroy();
    expect(room.problems).toEqual([]);
    await room.close();
  }
});

/** Two people with the same text open, in which Omar has written `words`. */
async function pair(words: string): Promise<Pair> {
  const room = new WritingRoom();
  const writers = [room.visit('lucia'), room.visit('omar')] as const;
  await room.settle();
  const made = { room, writers, lucia: editorOf(writers[0]), omar: editorOf(writers[1]) };
  opened.push(made);
  typeIn(made.omar, words);
  await room.settle();
  return made;
}

/** What is typed from now on is undone by itself. */
function newStep({ state }: Editor): void {
  (yUndoPluginKey.getState(state) as { readonly undoManager: UndoManager }).undoManager.stopCapturing();
}

const end = ({ state }: Editor): number => state.doc.content.size - 2;
const paragraphs = ({ state }: Editor): string[] => {
  const words: string[] = [];
  state.doc.descendants((node) => {
    if (node.isTextblock) words.push(node.textContent);
  });
  return words;
};

/** Lucia types letters and spaces, takes back and repeats; Omar types spaces wherever; messages arrive when they please. */
async function disturb({ writers, lucia, omar }: Pair, roll: Dice): Promise<number> {
  let spaces = 0;
  for (let step = 0; step < 60; step++) {
    const what = roll(7);
    const place = ({ state }: Editor): number => roll(state.doc.content.size + 1);
    const move = (editor: Editor): void => {
      const at = place(editor);
      if (roll(3) === 0) select(editor, at, at);
    };
    if (what < 3) {
      const { wire } = writers[roll(2) === 0 ? 0 : 1];
      const queue = roll(2) === 0 ? wire.toServer : wire.toClient;
      for (const deliver of queue.splice(0, 1 + roll(queue.length + 1))) deliver();
    } else if (what < 5) {
      move(omar);
      typeIn(omar, ' ');
      spaces++;
    } else if (roll(3) === 0) lucia.commands[roll(3) === 0 ? 'redo' : 'undo']();
    else {
      move(lucia);
      if (roll(2) === 0) newStep(lucia);
      typeIn(lucia, roll(2) === 0 ? 'a' : ' ');
      if (roll(4) === 0) press(lucia, 'Backspace');
    }
    await turn();
  }
  return spaces;
}

describe('undo of one person beside spaces that another types at the same time', () => {
  it.each(Array.from({ length: 24 }, (_, index) => ({ seed: index + 1, words: index % 2 === 0 ? '' : 'XY' })))(
    'takes back every letter of hers and no space of the other (seed $seed, beside "$words")',
    async ({ seed, words }) => {
      const both = await pair(words);
      const spaces = await disturb(both, diceOf(seed));
      await both.room.settle();
      while (both.lucia.can().undo()) both.lucia.commands.undo();
      await both.room.settle();
      const [text = ''] = paragraphs(both.lucia);
      expect(paragraphs(both.omar)).toEqual([text]);
      expect(text.replaceAll(' ', '')).toBe(words);
      expect(text.length).toBe(words.length + spaces);
    },
  );

  it('leaves his when both began the same paragraph at once', async () => {
    const { room, lucia, omar } = await pair('Before.');
    select(lucia, end(lucia), end(lucia));
    press(lucia, 'Enter');
    await room.settle();
    select(omar, end(omar), end(omar));
    newStep(lucia);
    typeIn(lucia, 'a');
    typeIn(omar, ' ');
    await room.settle();
    typeIn(omar, ' ');
    lucia.commands.undo();
    await room.settle();
    expect([paragraphs(lucia), paragraphs(omar)]).toEqual(Array.from({ length: 2 }, () => ['Before.', '  ']));
  });

  it('leaves his that had not arrived when she took back the only letter of the paragraph', async () => {
    const { room, lucia, omar } = await pair('');
    typeIn(lucia, 'a');
    await room.settle();
    select(omar, end(omar), end(omar));
    typeIn(omar, ' ');
    lucia.commands.undo();
    await room.settle();
    expect([paragraphs(lucia), paragraphs(omar)]).toEqual([[' '], [' ']]);
  });

  it('lets each take back her own of two spaces side by side, when one was deleted again', async () => {
    const { room, lucia, omar } = await pair('one');
    select(lucia, 2 + 3, 2 + 3);
    typeIn(lucia, ' ');
    await room.settle();
    newStep(omar);
    select(omar, 2 + 4, 2 + 4);
    typeIn(omar, ' ');
    await room.settle();
    lucia.commands.deleteRange({ from: 5, to: 6 });
    await room.settle();
    omar.commands.undo();
    await room.settle();
    expect([paragraphs(lucia), paragraphs(omar)]).toEqual([['one'], ['one']]);
  });
});

describe('undo of somebody who made a clause or a paragraph', () => {
  it('leaves it where it is when others have written in it', async () => {
    const { room, lucia, omar } = await pair('First.');
    newStep(lucia);
    lucia.commands.addClause();
    typeIn(lucia, 'hers');
    await room.settle();
    select(omar, end(omar), end(omar));
    typeIn(omar, ' his');
    await room.settle();
    lucia.commands.undo();
    await room.settle();
    expect(paragraphs(omar)).toEqual(['First.', ' his']);
    expect(omar.state.doc.childCount).toBe(2);
    lucia.commands.redo();
    await room.settle();
    expect(paragraphs(omar)[1]).toContain('hers');
  });

  it('takes it back with everything of hers when nobody else has', async () => {
    const { room, lucia, omar } = await pair('First.');
    newStep(lucia);
    lucia.commands.addClause();
    typeIn(lucia, 'hers');
    press(lucia, 'Enter');
    typeIn(lucia, 'and more');
    await room.settle();
    lucia.commands.undo();
    await room.settle();
    expect(paragraphs(omar)).toEqual(['First.']);
    lucia.commands.redo();
    await room.settle();
    expect(paragraphs(omar)).toEqual(['First.', 'hers', 'and more']);
  });
});
