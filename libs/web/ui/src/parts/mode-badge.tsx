import { type Mode, type Procedure, type Rulebook } from '@tavolo/governance';
import { type Words } from '@tavolo/kernel';
import { modeMessages, whoDecidesText } from '@tavolo/words';
import { useLanguage, useMessages } from '../language/use-language.js';
import styles from './mode-badge.module.css';

interface ModeBadgeProps {
  readonly mode: Mode;
  /** Adds the plain sentence that says who decides here, and how. */
  readonly withSentence?: boolean;
  /** Makes the sentence exact: the majority, the sectors and the organ of these rules. */
  readonly rules?: Procedure | Rulebook | undefined;
  /** Names the institution that decides, where one does (governance `decidingInstitution`). */
  readonly institution?: Words | null | undefined;
}

/** The mode of governance by name, with its one plain sentence. */
export function ModeBadge({ mode, withSentence = false, rules, institution = null }: ModeBadgeProps) {
  const say = useMessages(modeMessages);
  const { language } = useLanguage();
  if (!withSentence) return <span className={styles.badge}>{say(`name.${mode}`)}</span>;
  return (
    <div className={styles.block}>
      <p className={styles.heading}>
        {say('label')} <span className={styles.badge}>{say(`name.${mode}`)}</span>
      </p>
      <p className={styles.sentence}>
        {rules ? whoDecidesText(rules, language, institution) : say(`sentence.${mode}`)}
      </p>
    </div>
  );
}
