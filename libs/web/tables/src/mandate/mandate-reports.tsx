import { type MandateView } from '@tavolo/contracts';
import { useFormats, useMessages } from '@tavolo/web-ui';
import { mandateMessages } from '../messages/mandate-messages.js';
import styles from './mandate.module.css';
import { useMoney } from './use-money.js';

/** What the holders gave account of, the latest first. */
export function MandateReports({ view: { mandate } }: { readonly view: MandateView }) {
  const say = useMessages(mandateMessages);
  const write = useFormats(mandate.terms.zone);
  const money = useMoney();
  if (mandate.state === 'proposed') return null;
  return (
    <div className={styles.part}>
      <h3>{say('reports')}</h3>
      {mandate.reports.length === 0 && <p>{say('reports.none')}</p>}
      {mandate.reports.toReversed().map(({ n, at, onTime, decisions, spent, text }) => (
        <article key={n} className={styles.part} aria-label={say('reports.title', { n, date: write.date(at) })}>
          <h4>{say('reports.title', { n, date: write.date(at) })}</h4>
          <p className={styles.soft}>
            {say(onTime ? 'reports.onTime' : 'reports.late')}
            {'. '}
            {decisions.length > 0
              ? say('reports.about', { decisions: write.list(decisions), spent: money(spent) })
              : say('reports.aboutNone')}
          </p>
          <blockquote className={styles.quote} lang="">
            {text}
          </blockquote>
        </article>
      ))}
    </div>
  );
}
