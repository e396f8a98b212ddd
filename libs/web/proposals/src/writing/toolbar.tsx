import { useMessages } from '@tavolo/web-ui';
import { type Editor, useEditorState } from '@tiptap/react';
import { useRef, type KeyboardEvent } from 'react';
import { writingMessages } from '../messages/writing-messages.js';
import styles from './writing.module.css';

interface Tool {
  readonly key: 'bold' | 'italic' | 'bullets' | 'numbers' | 'undo' | 'redo' | 'clause';
  readonly sign: string;
  readonly run: (editor: Editor) => void;
  readonly on?: boolean;
  readonly off?: boolean;
}

/** Tools for the text: one stop of the tab key, arrows within (WAI-ARIA toolbar). */
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
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
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
          tabIndex={index === 0 ? 0 : -1}
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
