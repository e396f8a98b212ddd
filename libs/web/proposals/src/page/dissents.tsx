import { useMessages } from '@tavolo/web-ui';
import { ActButton } from '../acts/act-button.js';
import { pageMessages } from '../messages/page-messages.js';
import { useStanding } from './proposal-context.js';
import styles from './proposal-page.module.css';
import { Section } from './section.js';

/** What those who did not agree have attached to the decision, in their own words. */
export function Dissents() {
  const { view, may, directory } = useStanding();
  const say = useMessages(pageMessages);
  const { dissents } = view.procedure;
  const mayAttach = may('dissent.attached');
  if (dissents.length === 0 && !mayAttach) return null;
  return (
    <Section title={say('dissent')}>
      {dissents.length === 0 && <p className={styles.soft}>{say('dissent.none')}</p>}
      <ul className={styles.versions}>
        {dissents.map(({ seat, text, at }) => (
          <li key={`${seat}-${at}`}>
            <p className={styles.place}>{directory.seatHolder(seat)}</p>
            <blockquote className={styles.quote}>{text}</blockquote>
          </li>
        ))}
      </ul>
      {mayAttach && (
        <div>
          <ActButton
            act="dissent.attached"
            label={say('dissent.attach')}
            reason="required"
            reasonLabel={say('dissent.text')}
            quiet
            body={(text) => ({ text })}
          />
        </div>
      )}
    </Section>
  );
}
