import { useMessages, useWords } from '@tavolo/web-ui';
import { mandateMessages } from '../messages/mandate-messages.js';
import { useStanding } from '../page/proposal-context.js';
import styles from './rooms.module.css';

/** In whose name a joint proposal was handed in; nothing for any other. */
export function JointLabel() {
  const { view } = useStanding();
  const say = useMessages(mandateMessages);
  const words = useWords();
  const { joint, jointly = [] } = view;
  if (!joint) return null;
  const { organisations, people } = joint;
  if (organisations === 0) return <p className={styles.joint}>{say('joint.people', { count: people })}</p>;
  const label = say('joint.organisations', { count: organisations });
  return (
    <details className={styles.joint}>
      <summary>
        {label} {people > 0 && say('joint.and', { count: people })}
      </summary>
      <ul>
        {jointly.map(({ id, name }) => (
          <li key={id}>{words(name)}</li>
        ))}
      </ul>
    </details>
  );
}
