import { type DocumentWriter } from '@tavolo/contracts';
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { type Awareness } from 'y-protocols/awareness';

/** The caret of somebody else: a bar in her colour with her name, which rests after a while and stays within the editor. */
export function caretElement(user: Partial<DocumentWriter>): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'caret-of-other';
  caret.style.borderColor = user.color ?? '#555555';
  if (user.member !== undefined) caret.dataset.member = user.member;
  const name = document.createElement('span');
  name.className = 'caret-of-other-name';
  name.style.backgroundColor = user.color ?? '#555555';
  name.textContent = user.name ?? '';
  caret.append(name);
  // Where it stands is known only once it is drawn.
  requestAnimationFrame(() => turnInwards(caret));
  return caret;
}

/** A name that would reach over the right edge of the editor goes to the left of its caret. */
export function turnInwards(caret: Element): void {
  const name = caret.querySelector<HTMLElement>('.caret-of-other-name');
  const box = caret.closest('.ProseMirror')?.getBoundingClientRect();
  if (!name || !box) return;
  delete name.dataset.side;
  if (name.getBoundingClientRect().right > box.right) name.dataset.side = 'left';
}

/** Shows the name anew, for a caret that moved: it rests a while after the last move. */
export function showName(caret: Element): void {
  turnInwards(caret);
  const name = caret.querySelector<HTMLElement>('.caret-of-other-name');
  // Where animations are not known the name simply stays.
  const animations = typeof name?.getAnimations === 'function' ? name.getAnimations() : [];
  for (const animation of animations) {
    animation.cancel();
    animation.play();
  }
}

interface AwarenessChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
}

/** Shows the name at each caret below `dom` whenever its owner moves it. @returns how to stop that */
export function watchCarets(dom: Element, awareness: Awareness): () => void {
  const moved = ({ added, updated }: AwarenessChange): void => {
    const members = [...added, ...updated].map((client) => memberOf(awareness, client));
    requestAnimationFrame(() => {
      for (const caret of dom.querySelectorAll<HTMLElement>('.caret-of-other'))
        if (members.includes(caret.dataset.member)) showName(caret);
    });
  };
  awareness.on('change', moved);
  return () => awareness.off('change', moved);
}

/** Shows names when carets move: the editor moves the element of a caret without making it anew. */
export const CaretNames = Extension.create<{ awareness: Awareness | null }>({
  name: 'caretNames',
  addOptions: () => ({ awareness: null }),
  addProseMirrorPlugins() {
    const { awareness } = this.options;
    if (!awareness) return [];
    return [
      new Plugin({
        key: new PluginKey('caretNames'),
        view: ({ dom }) => ({ destroy: watchCarets(dom, awareness) }),
      }),
    ];
  },
});

function memberOf(awareness: Awareness, client: number): string | undefined {
  return (awareness.getStates().get(client)?.user as Partial<DocumentWriter> | undefined)?.member;
}

/** The selection of somebody else. */
export const selectionAttributes = (user: Partial<DocumentWriter>): { class: string; style: string } => ({
  class: 'selection-of-other',
  style: `background-color: ${user.color ?? '#555555'}33`,
});
