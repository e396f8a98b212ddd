import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../language/use-language.js';
import { shellMessages } from '../messages/shell-messages.js';
import { useAnnounce } from './live-region.js';
import styles from './copy-text.module.css';

interface CopyTextProps {
  /** What the value is, said to screen readers: `Copy: root of the log`. */
  readonly label: string;
  readonly value: string;
  /** Shows only the beginning, enough to compare at a glance; the whole value is copied, and shown when pointed at. */
  readonly short?: boolean;
}

/** Characters of a shortened value. */
const shownOfShort = 12;

/** A machine's value that people copy elsewhere: hashes, keys, commands. */
export function CopyText({ label, value, short = false }: CopyTextProps) {
  const say = useMessages(shellMessages);
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    announce(say('copied'));
  };
  return (
    <span className={styles.copy}>
      {short ? <code title={value}>{value.slice(0, shownOfShort)}…</code> : <code>{value}</code>}
      <Button variant="outline" size="sm" aria-label={say('copy.of', { what: label })} onClick={() => void copy()}>
        {copied ? say('copied') : say('copy')}
      </Button>
    </span>
  );
}
