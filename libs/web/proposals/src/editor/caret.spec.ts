import { jest } from '@jest/globals';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { caretElement, showName, turnInwards, watchCarets } from './caret.js';

const boxFrom = (left: number, right: number) => () => ({ left, right }) as DOMRect;

describe('the caret of somebody else', () => {
  const inEditor = (labelRight: number): HTMLElement => {
    const editor = document.body.appendChild(document.createElement('div'));
    editor.className = 'ProseMirror';
    editor.getBoundingClientRect = boxFrom(0, 360);
    const caret = editor.appendChild(caretElement({ name: 'Amina Teldari', color: '#225577' }));
    const name = caret.firstElementChild as HTMLElement;
    name.getBoundingClientRect = boxFrom(labelRight - 100, labelRight);
    turnInwards(caret);
    return name;
  };

  it('shows her name to the right, and to the left where it would reach over the edge of the editor', () => {
    expect(inEditor(300).dataset.side).toBeUndefined();
    expect(inEditor(457).dataset.side).toBe('left');
    expect(inEditor(457).textContent).toBe('Amina Teldari');
  });

  it('shows her name again when it moves', () => {
    const name = inEditor(300);
    const animation = { cancel: jest.fn(), play: jest.fn() };
    name.getAnimations = () => [animation as unknown as Animation];
    showName(name.parentElement!);
    expect(animation.cancel).toHaveBeenCalledTimes(1);
    expect(animation.play).toHaveBeenCalledTimes(1);
  });

  it('is looked at again whenever she moves it, also where the editor keeps its element', async () => {
    const awareness = new Awareness(new Y.Doc());
    const editor = document.body.appendChild(document.createElement('div'));
    editor.className = 'ProseMirror';
    editor.getBoundingClientRect = boxFrom(0, 360);
    const names = ['m2', 'm3'].map((member) => {
      const caret = editor.appendChild(caretElement({ member, name: member, color: '#225577' }));
      const name = caret.firstElementChild as HTMLElement;
      name.getBoundingClientRect = boxFrom(100, 200);
      return name;
    });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    for (const name of names) name.getBoundingClientRect = boxFrom(300, 400);
    const stop = watchCarets(editor, awareness);
    const other = new Awareness(new Y.Doc());
    other.setLocalState({ user: { member: 'm2' }, cursor: null });
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [other.clientID]), 'server');
    await frame();
    expect(names.map(({ dataset }) => dataset.side)).toEqual(['left', undefined]);
    stop();
    other.destroy();
    awareness.destroy();
  });
});
