import { modeChangesRoutes } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { modeMessages, useFormats, useMessages, useWords } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { modeChangeMessages } from '../messages/mode-change-messages.js';
import styles from './mode-change.module.css';

/** What changes of mode ask of the reader, at one table or at all of hers, as sentences that lead there; nothing where nothing is asked. */
export function AskedByModeChanges({ table }: { readonly table?: string }) {
  const say = useMessages(modeChangeMessages);
  const sayMode = useMessages(modeMessages);
  const words = useWords();
  const write = useFormats();
  const { data } = useRead(modeChangesRoutes.waiting);
  const asked = (data ?? []).filter((one) => table === undefined || one.table.key === table);
  if (asked.length === 0) return null;
  return (
    <ul className={styles.asked} aria-label={say('asked.title')}>
      {asked.map(({ table: at, modeChange: key, from, to, ask, until }) => {
        const change = say('asked.change', { from: sayMode(`name.${from}`), to: sayMode(`name.${to}`) });
        return (
          <li key={key}>
            <Link to={`/tables/${at.key}/mode#${key}`}>{say(`asked.${ask}`, { change, key })}</Link>
            {table === undefined && <span className={styles.soft}> {words(at.name)}</span>}
            {until !== null && <time dateTime={until}> {write.dateTime(until)}</time>}
          </li>
        );
      })}
    </ul>
  );
}
