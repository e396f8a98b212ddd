import { type ModeChangeView } from '@tavolo/contracts';
import { actMessages, useFormats, useMessages, type Directory } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { modeChangeMessages } from '../messages/mode-change-messages.js';
import styles from './mode-change.module.css';

interface ModeChangeHistoryProps {
  readonly view: ModeChangeView;
  readonly directory: Directory;
}

/** What happened with the change, the latest first, and the way to the entries of the audit log. */
export function ModeChangeHistory({ view, directory }: ModeChangeHistoryProps) {
  const say = useMessages(modeChangeMessages);
  const sayAct = useMessages(actMessages);
  const write = useFormats(view.change.from.zone);
  return (
    <details className={styles.fold}>
      <summary>{say('history')}</summary>
      <ol className={styles.history}>
        {view.history.toReversed().map(({ act, at, by, text }) => (
          <li key={`${act}-${at}-${by ?? ''}`}>
            <time dateTime={at}>{write.dateTime(at)}</time>: {sayAct(act)}
            {by !== null && <span className={styles.soft}> {say('history.by', { name: directory.member(by) })}</span>}
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
