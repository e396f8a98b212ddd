import { useMessages } from '@tavolo/web-ui';
import { type Editor, useEditorState } from '@tiptap/react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { writingMessages } from '../messages/writing-messages.js';
import styles from './writing.module.css';

interface Tool {
  readonly key: 'bold' | 'italic' | 'bullets' | 'numbers' | 'undo' | 'redo' | 'clause';
  readonly sign: string;
  readonly run: (editor: Editor) => void;
  readonly on?: boolean;
  readonly off?: boolean;
}

/** Tools for the text: one stop of the tab key, arrows within (WAI-ARIA toolbar); Alt and F10 goes there from the text, Escape back. */
export function Toolbar({ editor }: { readonly editor: Editor }) {
  const say = useMessages(writingMessages);
  const bar = useRef<HTMLDivElement>(null);
  const marks = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive('bold'),
      italic: current.isActive('italic'),
      bullets: current.isActive('bulletList'),
      numbers: current.isActive('orderedList'),
      undo: current.can().undo(),
      redo: current.can().redo(),
    }),
  });
  const tools: readonly Tool[] = [
    { key: 'clause', sign: '+', run: (current) => current.chain().focus().addClause().run() },
    { key: 'bold', sign: 'B', on: marks.bold, run: (current) => current.chain().focus().toggleBold().run() },
    { key: 'italic', sign: 'I', on: marks.italic, run: (current) => current.chain().focus().toggleItalic().run() },
    {
      key: 'bullets',
      sign: '•',
      on: marks.bullets,
      run: (current) => current.chain().focus().toggleBulletList().run(),
    },
    {
      key: 'numbers',
      sign: '1.',
      on: marks.numbers,
      run: (current) => current.chain().focus().toggleOrderedList().run(),
    },
    { key: 'undo', sign: '↶', off: !marks.undo, run: (current) => current.chain().focus().undo().run() },
    { key: 'redo', sign: '↷', off: !marks.redo, run: (current) => current.chain().focus().redo().run() },
  ];
  const [stop, setStop] = useState(0);
  useEffect(() => {
    const reach = (event: globalThis.KeyboardEvent): void => {
      if (!event.altKey || event.key !== 'F10') return;
      event.preventDefault();
      bar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    };
    const { dom } = editor.view;
    dom.addEventListener('keydown', reach);
    return () => dom.removeEventListener('keydown', reach);
  }, [editor]);
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') editor.view.focus();
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const next = placeAfter(event.key, stop, buttons.length);
    if (next === null) return;
    buttons[next]?.focus();
    event.preventDefault();
  };
  return (
    // The keys belong to the toolbar as a whole; each button answers to its own.
    <div
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={say('tool.bar')}
      className={styles.toolbar}
      onKeyDown={move}
    >
      {tools.map(({ key, sign, run, on, off }, index) => (
        <button
          key={key}
          type="button"
          className={styles.tool}
          tabIndex={index === stop ? 0 : -1}
          onFocus={() => setStop(index)}
          title={say(`tool.${key}`)}
          aria-label={say(`tool.${key}`)}
          aria-pressed={on}
          aria-disabled={off}
          onClick={() => off !== true && run(editor)}
        >
          <span aria-hidden="true" data-tool={key} data-sign={sign} />
          {key === 'clause' && say('tool.clause')}
        </button>
      ))}
    </div>
  );
}

/** Which button a key goes to from the one at `at`; `null` when the key goes nowhere. */
function placeAfter(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
