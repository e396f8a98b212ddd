import { type ExpectationKey } from '@tavolo/governance';
import { useSession } from '@tavolo/web-data';
import { Deadline, expectationText, Notice, useMessages, useNaming } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { pageMessages } from '../messages/page-messages.js';
import { useStanding } from './proposal-context.js';
import styles from './proposal-page.module.css';

/** Where on the page an expectation is met; the others are met by the buttons beside the text. */
const places = {
  write_and_submit: 'text',
  negotiate: 'text',
  confirm_text: 'settlement',
  take_stand: 'consent-round',
  stand_given: 'consent-round',
  cast_vote: 'ballot',
  vote_cast: 'ballot',
  close_ballot: 'ballot',
  give_assessment: 'my-assessment',
  assessment_given: 'my-assessment',
  reply: 'replies',
  decide: 'decide',
  formalise: 'formalise',
} as const satisfies Partial<Record<ExpectationKey, string>>;

type Place = (typeof places)[keyof typeof places];
const placeOf = (key: ExpectationKey): Place | null => (key in places ? places[key as keyof typeof places] : null);

/** What is expected of the reader, first on the page: one sentence each, until when, and the way there. */
export function ExpectedOfMe() {
  const { view, expected, actor } = useStanding();
  const say = useMessages(pageMessages);
  const naming = useNaming();
  const signedIn = useSession().data?.person != null;
  if (!actor) {
    return (
      <Notice tone="info">
        {signedIn ? (
          <p>{say('onlooker')}</p>
        ) : (
          <p>
            {say('visitor')} <Link to={`/sign-in?next=/proposals/${view.key}`}>{say('signIn')}</Link>
          </p>
        )}
      </Notice>
    );
  }
  const real = expected.filter(({ key }) => key !== 'nothing');
  return (
    <section className={styles.expected} aria-labelledby="expected-of-me">
      <h2 id="expected-of-me">{say('expected')}</h2>
      {real.length === 0 && <p className={styles.sentence}>{say('nothingExpected')}</p>}
      {real.map((expectation) => {
        const place = placeOf(expectation.key);
        return (
          <div key={expectation.key}>
            <p className={styles.sentence}>{expectationText(expectation, naming)}</p>
            {expectation.until && (
              <p className={styles.until}>
                {say('until')} <Deadline at={expectation.until} zone={view.procedure.rulebook.zone} />
              </p>
            )}
            {place && (
              <a href={`#${place}`} className={styles.way}>
                {say(`way.${place}`)}
              </a>
            )}
          </div>
        );
      })}
    </section>
  );
}
