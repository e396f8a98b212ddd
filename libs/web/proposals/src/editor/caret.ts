import { type DocumentWriter } from '@tavolo/contracts';

/** The caret of somebody else: a bar in her colour with her name. */
export function caretElement(user: Partial<DocumentWriter>): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'caret-of-other';
  caret.style.borderColor = user.color ?? '#555555';
  const name = document.createElement('span');
  name.className = 'caret-of-other-name';
  name.style.backgroundColor = user.color ?? '#555555';
  name.textContent = user.name ?? '';
  caret.append(name);
  return caret;
}

/** The selection of somebody else. */
export const selectionAttributes = (user: Partial<DocumentWriter>): { class: string; style: string } => ({
  class: 'selection-of-other',
  style: `background-color: ${user.color ?? '#555555'}33`,
});
