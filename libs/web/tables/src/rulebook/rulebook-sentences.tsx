import { type Rulebook } from '@tavolo/governance';
import { useLanguage, useMessages } from '@tavolo/web-ui';
import { rulebookPageMessages } from '../messages/rulebook-page-messages.js';
import styles from './rulebook.module.css';
import { chaptersOf } from './topics.js';

/** A rulebook as one page of plain sentences, numbered so that they can be cited. */
export function RulebookSentences({ rulebook }: { readonly rulebook: Rulebook }) {
  const say = useMessages(rulebookPageMessages);
  const { language } = useLanguage();
  return (
    <div className={styles.rulebook}>
      {chaptersOf(rulebook, language).map(({ topic, sentences }) => (
        <section key={topic} className={styles.chapter}>
          <h2>{say(`topic.${topic}`)}</h2>
          <ol start={sentences[0]?.number}>
            {sentences.map(({ number, text }) => (
              <li key={number} id={`p${number}`} value={number}>
                {text}
              </li>
            ))}
          </ol>
        </section>
      ))}
      <Days rulebook={rulebook} />
    </div>
  );
}

/** How days are counted (domain.md 2.1, Time limits). */
function Days({ rulebook: { zone, holidays } }: { readonly rulebook: Rulebook }) {
  const say = useMessages(rulebookPageMessages);
  const { language } = useLanguage();
  const dayOfYear = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  // A leap year, so that 29 February can be a patron's day too.
  const days = holidays.local.map((day) => dayOfYear.format(new Date(`2024-${day}T00:00:00Z`)));
  return (
    <section className={styles.chapter}>
      <h2>{say('topic.days')}</h2>
      <ul>
        <li>{say('days.calendar', { zone })}</li>
        <li>{say('days.holidays')}</li>
        {days.length > 0 && <li>{say('days.local', { days: days.join(', ') })}</li>}
      </ul>
    </section>
  );
}
