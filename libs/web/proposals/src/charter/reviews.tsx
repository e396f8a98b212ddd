import { type AutoRegulationProcedure } from '@tavolo/governance';
import { useFormats, useMessages } from '@tavolo/web-ui';
import { ActButton } from '../acts/act-button.js';
import { Written } from '../acts/written.js';
import { charterMessages } from '../messages/charter-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import styles from './charter.module.css';

/** What the signatories found when they looked at their charter, newest first. */
export function Reviews({ procedure }: { readonly procedure: AutoRegulationProcedure }) {
  const { may } = useStanding();
  const say = useMessages(charterMessages);
  const write = useFormats(procedure.rulebook.zone);
  const { reviews, rulebook } = procedure;
  const every = rulebook.reviewEveryMonths;
  return (
    <Section title={say('reviews')} aside={every !== null && say('reviews.every', { count: every })}>
      {reviews.length === 0 && <p className={styles.hint}>{say('reviews.none')}</p>}
      {reviews.length > 0 && (
        <ul className={styles.subjects}>
          {reviews.toReversed().map(({ text, at }) => (
            <li key={at} className={styles.row}>
              <p className={styles.by}>{write.date(at)}</p>
              <blockquote className={styles.quote}>
                <Written>{text}</Written>
              </blockquote>
            </li>
          ))}
        </ul>
      )}
      {may('charter.reviewed') && (
        <div className={styles.actions}>
          <ActButton
            act="charter.reviewed"
            label={say('reviews.record')}
            explain={say('reviews.record.explain')}
            reason="required"
            reasonLabel={say('reviews.text')}
            quiet
            body={(text) => ({ text })}
          />
        </div>
      )}
    </Section>
  );
}
