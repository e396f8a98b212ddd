import { type ClauseText } from '@tavolo/contracts';
import { plainText } from '@tavolo/collaboration/text';
import { useAnnounce, useMessages } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { writingMessages } from '../messages/writing-messages.js';
import styles from './writing.module.css';

interface UnsavedWordsProps {
  readonly clauses: readonly ClauseText[];
  readonly title: string;
  readonly explanation: string;
  /** What else can be done, after copying. */
  readonly children: ReactNode;
}

/** Words that are on this device and not in the text: to be read, selected and copied. */
export function UnsavedWords({ clauses, title, explanation, children }: UnsavedWordsProps) {
  const say = useMessages(writingMessages);
  const announce = useAnnounce();
  const field = useId();
  const words = clauses.map(plainText).join('\n\n');
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(words);
    announce(say('unsaved.copied'));
  };
  return (
    <div className={styles.unsaved}>
      <label htmlFor={field}>{title}</label>
      <p>{explanation}</p>
      <textarea id={field} readOnly rows={Math.min(10, words.split('\n').length + 1)} value={words} />
      <div className={styles.unsavedTools}>
        <Button variant="outline" onClick={() => void copy()}>
          {say('unsaved.copy')}
        </Button>
        {children}
      </div>
    </div>
  );
}
