import { useMessages } from '@tavolo/web-ui';
import { ActButton } from '../acts/act-button.js';
import { Written } from '../acts/written.js';
import { pageMessages } from '../messages/page-messages.js';
import { useStanding } from './proposal-context.js';
import styles from './proposal-page.module.css';
import { Section } from './section.js';

/** What those who did not agree have attached to the decision, in their own words. */
export function Dissents() {
  const { view, directory } = useStanding();
  const say = useMessages(pageMessages);
  const { dissents } = view.procedure;
  if (dissents.length === 0) return null;
  return (
    <Section title={say('dissent')}>
      <ul className={styles.versions}>
        {dissents.map(({ seat, text, at }) => (
          <li key={`${seat}-${at}`}>
            <p className={styles.place}>{directory.seatHolder(seat)}</p>
            <blockquote className={styles.quote}>
              <Written>{text}</Written>
            </blockquote>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** For those who do not agree with what the table decides. */
export function AttachDissent() {
  const say = useMessages(pageMessages);
  return (
    <ActButton
      act="dissent.attached"
      label={say('dissent.attach')}
      explain={say('dissent.explain')}
      reason="required"
      reasonLabel={say('dissent.text')}
      quiet
      body={(text) => ({ text })}
    />
  );
}
