import { type Mode } from '@tavolo/governance';
import { useMessages } from '../language/use-language.js';
import { modeMessages } from '../messages/mode-messages.js';
import styles from './mode-badge.module.css';

interface ModeBadgeProps {
  readonly mode: Mode;
  /** Adds the plain sentence that says who decides here, and how. */
  readonly withSentence?: boolean;
}

/** The mode of governance by name, with its one plain sentence. */
export function ModeBadge({ mode, withSentence = false }: ModeBadgeProps) {
  const say = useMessages(modeMessages);
  if (!withSentence) return <span className={styles.badge}>{say(`name.${mode}`)}</span>;
  return (
    <div className={styles.block}>
      <p className={styles.heading}>
        {say('label')} <span className={styles.badge}>{say(`name.${mode}`)}</span>
      </p>
      <p className={styles.sentence}>{say(`sentence.${mode}`)}</p>
    </div>
  );
}
