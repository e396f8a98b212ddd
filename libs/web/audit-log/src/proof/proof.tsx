import { type LogEntryView } from '@tavolo/contracts';
import { useMessages } from '@tavolo/web-ui';
import { logMessages } from '../messages/log-messages.js';
import styles from './proof.module.css';

interface ProofProps {
  readonly state: LogEntryView['proof'];
  /** Place in the log, from 0; `null` while it has none. */
  readonly index?: number | null;
}

/** How far an entry is proven: by the fill of its mark and its word. */
export function Proof({ state, index = null }: ProofProps) {
  const say = useMessages(logMessages);
  return (
    <p className={styles.proof} data-state={state}>
      <span className={styles.mark} aria-hidden="true" />
      {say(`proof.${state}`)}
      {index !== null && <span className={styles.number}>{say('entry.number', { index })}</span>}
    </p>
  );
}

const states = ['recorded', 'sequenced', 'sealed'] as const;

/** What the three states mean. */
export function ProofMeanings() {
  const say = useMessages(logMessages);
  return (
    <dl className={styles.meanings}>
      {states.map((state) => (
        <div key={state}>
          <dt>
            <Proof state={state} />
          </dt>
          <dd>{say(`proof.${state}.text`)}</dd>
        </div>
      ))}
    </dl>
  );
}
