import { type MandateView } from '@tavolo/contracts';
import { actMessages, tableMessages, useFormats, useMessages, type Directory } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { mandateMessages } from '../messages/mandate-messages.js';
import styles from './mandate.module.css';

interface MandateHistoryProps {
  readonly view: MandateView;
  readonly directory: Directory;
}

/** What happened with the mandate, the latest first, and the way to the entries of the audit log. */
export function MandateHistory({ view, directory }: MandateHistoryProps) {
  const say = useMessages(mandateMessages);
  const sayAct = useMessages(actMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats(view.mandate.terms.zone);
  /** Someone who guides, by the role where the reader may not see names. */
  const nameOf = (member: string): string => {
    const held = view.roles.filter(({ holder }) => holder.member === member);
    const named = held.some(({ holder }) => holder.name !== null);
    if (held.length === 0 || named) return directory.member(member);
    return write.list(held.map(({ role }) => sayTable(`role.${role}`)));
  };
  return (
    <details className={styles.fold}>
      <summary>{say('history')}</summary>
      <ol className={styles.history}>
        {view.history.toReversed().map(({ act, at, by, text }) => (
          <li key={`${act}-${at}`}>
            <time dateTime={at}>{write.dateTime(at)}</time>: {sayAct(act)}
            {by !== null && <span className={styles.soft}> {say('history.by', { name: nameOf(by) })}</span>}
            {text !== null && (
              <blockquote className={styles.quote} lang="">
                {text}
              </blockquote>
            )}
          </li>
        ))}
      </ol>
      <p>
        <Link to={`/tables/${view.table.key}/log?subject=${view.key}`}>{say('log')}</Link>
      </p>
    </details>
  );
}
