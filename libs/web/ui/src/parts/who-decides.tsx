import { type Mode, type Procedure, type Rulebook } from '@tavolo/governance';
import { type Words } from '@tavolo/kernel';
import { modeMessages, whoDecidesText } from '@tavolo/words';
import { useLanguage, useMessages } from '../language/use-language.js';
import { ModeBadge } from './mode-badge.js';
import styles from './mode-badge.module.css';

interface WhoDecidesProps {
  readonly mode: Mode;
  /** Makes the sentence exact: the majority, the sectors and the organ of these rules. */
  readonly rules?: Procedure | Rulebook | undefined;
  /** Names the institution that decides, where one does (governance `decidingInstitution`). */
  readonly institution?: Words | null | undefined;
}

/** The mode of governance with the one plain sentence that says who decides here, and how. */
export function WhoDecides({ mode, rules, institution = null }: WhoDecidesProps) {
  const say = useMessages(modeMessages);
  const { language } = useLanguage();
  return (
    <div className={styles.block}>
      <p className={styles.heading}>
        {say('label')} <ModeBadge mode={mode} />
      </p>
      <p className={styles.sentence}>
        {rules ? whoDecidesText(rules, language, institution) : say(`sentence.${mode}`)}
      </p>
    </div>
  );
}
