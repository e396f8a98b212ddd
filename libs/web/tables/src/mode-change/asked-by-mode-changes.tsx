import { modeChangesRoutes, type ModeChangeWaiting } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { modeMessages, useFormats, useMessages, useWords } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { modeAskedMessages } from '../messages/mode-asked-messages.js';
import styles from './mode-change.module.css';

/** What changes of mode ask of the reader, at one table or at all of hers; nothing while that is being read. */
export function useModeAsks(table?: string): readonly ModeChangeWaiting[] {
  const { data } = useRead(modeChangesRoutes.waiting);
  return (data ?? []).filter((one) => table === undefined || one.table.key === table);
}

/** What changes of mode ask of the reader, at one table or at all of hers, as sentences that lead there; nothing where nothing is asked. */
export function AskedByModeChanges({ table }: { readonly table?: string }) {
  const say = useMessages(modeAskedMessages);
  const sayMode = useMessages(modeMessages);
  const words = useWords();
  const write = useFormats();
  const asked = useModeAsks(table);
  if (asked.length === 0) return null;
  return (
    <ul className={styles.asked} aria-label={say('title')}>
      {asked.map(({ table: at, modeChange: key, from, to, ask, until }) => {
        const change = say('change', { from: sayMode(`name.${from}`), to: sayMode(`name.${to}`) });
        return (
          <li key={key}>
            <Link to={`/tables/${at.key}/mode#${key}`}>{say(ask, { change, key })}</Link>
            {table === undefined && <span className={styles.soft}> {words(at.name)}</span>}
            {until !== null && <time dateTime={until}> {write.dateTime(until)}</time>}
          </li>
        );
      })}
    </ul>
  );
}
