import { type Explanation } from '@tavolo/governance';
import { explanationSentence, rulePlaceText } from '@tavolo/words';
import { useMessages } from '../language/use-language.js';
import { shellMessages } from '../messages/shell-messages.js';
import { useNaming } from '../naming.js';
import styles from './explanation-tree.module.css';
import { useOpenInPrint } from './use-open-in-print.js';

interface ExplanationTreeProps {
  readonly explanation: Explanation;
  /** Starts with everything open; otherwise one press opens it. */
  readonly opened?: boolean;
}

/** Why a verdict is what it is: every part as a sentence with its numbers, marked as holding or not, in a nested list that can be opened, and is open on paper. */
export function ExplanationTree({ explanation, opened = false }: ExplanationTreeProps) {
  const say = useMessages(shellMessages);
  const naming = useNaming();
  const details = useOpenInPrint();
  if (explanation.children.length === 0) {
    return (
      <div className={styles.tree}>
        <Part explanation={explanation} />
      </div>
    );
  }
  return (
    <div className={styles.tree}>
      <p className={styles.verdict}>
        <Mark of={explanation} />
        <span>{explanationSentence(explanation, naming)}</span>
      </p>
      <details ref={details} open={opened}>
        <summary>{say('explanation.why')}</summary>
        <Parts of={explanation} />
      </details>
    </div>
  );
}

function Parts({ of: { children, join } }: { readonly of: Explanation }) {
  const say = useMessages(shellMessages);
  return (
    <>
      {join && children.length > 1 && <p className={styles.join}>{say(`explanation.${join}`)}</p>}
      <ul>
        {children.map((child, index) => (
          <li key={`${child.key}-${index}`}>
            <Part explanation={child} />
            {child.children.length > 0 && <Parts of={child} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Part({ explanation }: { readonly explanation: Explanation }) {
  const naming = useNaming();
  const place = explanation.children.length === 0 ? rulePlaceText(explanation.rule, naming.language) : null;
  return (
    <p className={styles.part}>
      <Mark of={explanation} />
      <span>
        {explanationSentence(explanation, naming)}
        {place && <span className={styles.rule}> ({place})</span>}
      </span>
    </p>
  );
}

/** A deviation or a leaning is found, not fulfilled: it gets no tick and no cross. */
const isFinding = (key: string): boolean => key.startsWith('deviation') || key.startsWith('prevailing');

function Mark({ of: { key, held } }: { readonly of: Explanation }) {
  const say = useMessages(shellMessages);
  if (isFinding(key)) return <span className={styles.mark} data-held="finding" aria-hidden="true" />;
  return (
    <span
      className={styles.mark}
      data-held={held}
      role="img"
      aria-label={say(held ? 'explanation.held' : 'explanation.notHeld')}
    >
      {held ? '✓' : '✗'}
    </span>
  );
}
