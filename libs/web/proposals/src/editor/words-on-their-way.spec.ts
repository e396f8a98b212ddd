import { type Editor } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import { type UndoManager } from 'yjs';
import { editorOf } from '../testing/editor-of.js';
import { pretendLayout, serverTimers } from '../testing/layout.js';
import { diceOf, press, select, typeIn } from '../testing/strokes.js';
import { turn, type Writer, WritingRoom } from '../testing/writing-room.js';

beforeAll(() => {
  pretendLayout();
  serverTimers();
});

let room: WritingRoom;
/** Lucia removes; Omar writes. */
let writers: readonly [Writer, Writer];
let lucia: Editor;
let omar: Editor;

beforeEach(async () => {
  room = new WritingRoom();
  writers = [room.visit('lucia'), room.visit('omar')];
  await room.settle();
  lucia = editorOf(writers[0]);
  omar = editorOf(writers[1]);
  typeIn(lucia, 'First.');
  await room.settle();
});

afterEach(async () => {
  lucia.destroy();
  omar.destroy();
  expect(room.problems).toEqual([]);
  await room.close();
});

const undoManagerOf = ({ state }: Editor): UndoManager =>
  (yUndoPluginKey.getState(state) as { readonly undoManager: UndoManager }).undoManager;
const end = ({ state }: Editor): number => state.doc.content.size - 2;
const goToEnd = (editor: Editor): void => select(editor, end(editor), end(editor));
const wordsOf = ({ state }: Editor): string[] => {
  const words: string[] = [];
  state.doc.forEach((clause) => words.push(clause.textBetween(0, clause.content.size, ' | ')));
  return words;
};
/** Everything arrives; both read the same, clause by clause. */
async function read(): Promise<string[]> {
  await room.settle();
  expect(wordsOf(omar)).toEqual(wordsOf(lucia));
  expect(room.readingOf(writers[0])).toEqual(await room.server.read('P-1'));
  return wordsOf(lucia);
}

/** Lucia has made a clause of her own, which both see. */
async function clauseOfHers(): Promise<void> {
  undoManagerOf(lucia).stopCapturing();
  lucia.commands.addClause();
  typeIn(lucia, 'hers');
  await room.settle();
  goToEnd(omar);
}

const arrivals = [
  { case: 'that the server has not got either', arrive: () => undefined },
  {
    case: 'that only she has not got yet',
    arrive: async () => {
      await turn();
      for (const deliver of writers[1].wire.toServer.splice(0)) deliver();
      await turn();
    },
  },
];

describe.each(arrivals)('words of another, $case, when somebody removes where they stand', ({ arrive }) => {
  it('stay, as a clause of their own, when she takes back her clause', async () => {
    await clauseOfHers();
    typeIn(omar, ' his');
    await arrive();
    lucia.commands.undo();
    expect(await read()).toEqual(['First.', ' his']);
  });

  it('stay when she deletes the clause', async () => {
    await clauseOfHers();
    typeIn(omar, ' his');
    await arrive();
    const { size } = lucia.state.doc.content;
    lucia.commands.deleteRange({ from: size - 'hers'.length - 4, to: size });
    expect(await read()).toEqual(['First.', ' his']);
  });

  it('stay as a paragraph after it when she joins the paragraph to the one before', async () => {
    goToEnd(lucia);
    press(lucia, 'Enter');
    typeIn(lucia, 'Second.');
    await room.settle();
    goToEnd(omar);
    typeIn(omar, ' More.');
    await arrive();
    select(lucia, end(lucia) - 'Second.'.length, end(lucia) - 'Second.'.length);
    lucia.commands.joinBackward();
    expect(await read()).toEqual(['First.Second. |  More.']);
  });

  it('stay as an item of the list when she removes the item', async () => {
    lucia.commands.toggleBulletList();
    goToEnd(lucia);
    press(lucia, 'Enter');
    typeIn(lucia, 'Second.');
    await room.settle();
    select(omar, omar.state.doc.content.size - 4, omar.state.doc.content.size - 4);
    typeIn(omar, 'More.');
    await arrive();
    const items = lucia.state.doc.content.size - 2;
    lucia.commands.deleteRange({ from: items - 'Second.'.length - 4, to: items });
    const [clause = ''] = await read();
    expect(clause).toContain('More.');
    expect(clause).not.toContain('Second.');
    expect(lucia.state.doc.firstChild?.firstChild?.childCount).toBe(2);
  });

  it('are followed by what he types on', async () => {
    await clauseOfHers();
    typeIn(omar, ' his');
    await arrive();
    lucia.commands.undo();
    await room.settle();
    typeIn(omar, ' words');
    expect(await read()).toEqual(['First.', ' his words']);
  });
});

it('words that she saw go with the clause that she deletes', async () => {
  await clauseOfHers();
  typeIn(omar, ' his');
  await room.settle();
  const { size } = lucia.state.doc.content;
  lucia.commands.deleteRange({ from: size - 'hers his'.length - 4, to: size });
  expect(await read()).toEqual(['First.']);
});

it('words written without a network stay when the clause around them was deleted meanwhile', async () => {
  await clauseOfHers();
  writers[1].wire.disconnect();
  typeIn(omar, ' his');
  lucia.commands.undo();
  await room.settle();
  writers[1].wire.connect();
  expect(await read()).toEqual(['First.', ' his']);
});

it('his caret stays where he has gone on writing', async () => {
  await clauseOfHers();
  typeIn(omar, ' his');
  lucia.commands.undo();
  select(omar, 2 + 'First'.length, 2 + 'First'.length);
  typeIn(omar, '!');
  await room.settle();
  typeIn(omar, '!');
  expect(await read()).toEqual(['First!!.', ' his']);
});

it('words on their way are not brought back into a text that was frozen meanwhile', async () => {
  await clauseOfHers();
  typeIn(omar, ' his');
  lucia.commands.undo();
  await turn();
  for (const deliver of writers[0].wire.toServer.splice(0)) deliver();
  await turn();
  await room.server.freeze('P-1');
  await room.settle();
  expect(wordsOf(lucia)).toEqual(['First.']);
});

describe('whatever messages come late', () => {
  it.each(Array.from({ length: 20 }, (_, index) => index + 1))(
    'no letter of the other goes when somebody makes clauses and takes them back (seed %i)',
    async (seed) => {
      const roll = diceOf(seed);
      let typed = 0;
      for (let step = 0; step < 60; step++) {
        const what = roll(8);
        if (what < 3) {
          const { wire } = writers[roll(2) === 0 ? 0 : 1];
          const queue = roll(2) === 0 ? wire.toServer : wire.toClient;
          for (const deliver of queue.splice(0, 1 + roll(queue.length + 1))) deliver();
        } else if (what < 5) {
          const at = roll(omar.state.doc.content.size + 1);
          select(omar, at, at);
          typeIn(omar, 'o');
          typed++;
        } else if (what === 5) {
          undoManagerOf(lucia).stopCapturing();
          lucia.commands.addClause();
          typeIn(lucia, 'a');
        } else if (what === 6) lucia.commands.undo();
        else lucia.commands[roll(2) === 0 ? 'undo' : 'redo']();
        await turn();
      }
      const words = (await read()).join('');
      expect(words.replaceAll(/[^o]/gu, '')).toHaveLength(typed);
    },
  );
});
