import { expectationText, Notice, useMessages, useNaming } from '@tavolo/web-ui';
import { Deadline } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { pageMessages } from '../messages/page-messages.js';
import { useStanding } from './proposal-context.js';
import styles from './proposal-page.module.css';

/** What is expected of the reader, first on the page: one sentence each, and until when. */
export function ExpectedOfMe() {
  const { view, expected, actor } = useStanding();
  const say = useMessages(pageMessages);
  const naming = useNaming();
  if (!actor) {
    return (
      <Notice tone="info">
        <p className={styles.sentence}>
          {say('visitor')} <Link to={`/sign-in?next=/proposals/${view.key}`}>{say('signIn')}</Link>
        </p>
      </Notice>
    );
  }
  const real = expected.filter(({ key }) => key !== 'nothing');
  return (
    <section className={styles.expected} aria-labelledby="expected-of-me">
      <h2 id="expected-of-me">{say('expected')}</h2>
      {real.length === 0 && <p className={styles.sentence}>{say('nothingExpected')}</p>}
      {real.map((expectation) => (
        <p key={expectation.key} className={styles.sentence}>
          {expectationText(expectation, naming)}
          {expectation.until && (
            <span className={styles.until}>
              {say('until')} <Deadline at={expectation.until} zone={view.procedure.rulebook.zone} />
            </span>
          )}
        </p>
      ))}
    </section>
  );
}
