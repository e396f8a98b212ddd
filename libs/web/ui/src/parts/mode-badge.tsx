import { type Mode } from '@tavolo/governance';
import { modeMessages } from '@tavolo/words';
import { useMessages } from '../language/use-language.js';
import styles from './mode-badge.module.css';

/** The mode of governance by name. */
export function ModeBadge({ mode }: { readonly mode: Mode }) {
  const say = useMessages(modeMessages);
  return <span className={styles.badge}>{say(`name.${mode}`)}</span>;
}
