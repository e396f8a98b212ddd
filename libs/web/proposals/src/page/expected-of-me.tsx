import { expectations, isAsked, type ExpectationKey } from '@tavolo/governance';
import { useSession } from '@tavolo/web-data';
import { Deadline, expectationText, Notice, useMessages, useNaming } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { pageMessages } from '../messages/page-messages.js';
import { useLiveText } from '../writing/live-text.js';
import { goTo } from './go-to.js';
import { useStanding } from './proposal-context.js';
import styles from './proposal-page.module.css';

/** Where on the page an expectation is met; the others are only waiting. */
const places = {
  write_and_submit: ['text', 'steps'],
  join_draft: ['text'],
  open_negotiation: ['steps'],
  negotiate: ['text', 'settlement'],
  guide_negotiation: ['text', 'settlement'],
  confirm_text: ['text', 'settlement'],
  confirm_again: ['text', 'settlement'],
  ratify: ['steps'],
  open_decision: ['steps'],
  close_without_agreement: ['other-steps'],
  open_ballot: ['steps'],
  take_stand: ['consent-round'],
  stand_given: ['consent-round'],
  cast_vote: ['ballot'],
  vote_cast: ['ballot'],
  close_ballot: ['ballot'],
  close_early: ['ballot'],
  mediate: ['other-steps'],
  reopen: ['steps'],
  await_reopening_writing: ['text'],
  formalise: ['formalise'],
  confirm_as_organ: ['steps'],
  propose_mandate: ['mandate'],
  support_mandate: ['mandate'],
  submit_jointly: ['joint'],
  open_review: ['steps'],
  close_proposal: ['other-steps'],
  open_consultation: ['open-consultation'],
  give_assessment: ['my-assessment'],
  assessment_given: ['my-assessment'],
  reply: ['replies'],
  decide: ['decide'],
  follow_up: ['steps'],
  invite: ['text', 'drafting'],
  join_drafting: ['drafting'],
  draft_together: ['text', 'drafting'],
  freeze_charter: ['drafting'],
  open_signing: ['steps'],
  sign: ['text', 'my-signature'],
  accept_amendment: ['amendment'],
  submit_decision: ['text', 'terms'],
  rework_blocked: ['steps'],
  consider_call_in: ['call-in'],
  answer_call_in: ['steps'],
  rule_on_call_in: ['ruling'],
  answer_return: ['answer'],
} as const satisfies Partial<Record<ExpectationKey, readonly string[]>>;

type Place = (typeof places)[keyof typeof places][number];
const placesOf = (key: ExpectationKey): readonly Place[] => (key in places ? places[key as keyof typeof places] : []);

/** What is expected of the reader, first on the page: one sentence each, until when, and the way there. */
export function ExpectedOfMe() {
  const { view, actor, table, now } = useStanding();
  const { textHash } = useLiveText();
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
  const real = expectations(view.procedure, actor, table, now, textHash).filter(({ key }) => key !== 'nothing');
  return (
    <section className={styles.expected} data-asked={real.some(isAsked)} aria-labelledby="expected-of-me">
      <h2 id="expected-of-me">{say('expected')}</h2>
      {real.length === 0 && <p className={styles.sentence}>{say('nothingExpected')}</p>}
      {real.map((expectation) => (
        <div key={expectation.key}>
          <p className={styles.sentence}>{expectationText(expectation, naming)}</p>
          {expectation.until && (
            <p className={styles.until}>
              {say('until')} <Deadline at={expectation.until} zone={view.procedure.rulebook.zone} />
            </p>
          )}
          {!expectation.until && isAsked(expectation) && <p className={styles.until}>{say('noLimit')}</p>}
          <p className={styles.ways}>
            {placesOf(expectation.key).map((place) => (
              <a
                key={place}
                href={`#${place}`}
                className={styles.way}
                onClick={(event) => {
                  event.preventDefault();
                  goTo(place);
                }}
              >
                {say(`way.${place}`)}
              </a>
            ))}
          </p>
        </div>
      ))}
    </section>
  );
}
