import { type TableView } from '@tavolo/contracts';
import { useMessages } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { modeChangeMessages } from '../messages/mode-change-messages.js';
import { tablePageMessages } from '../messages/table-page-messages.js';
import styles from './table.module.css';

/** The other pages of a table. */
export function TableNav({ view }: { readonly view: TableView }) {
  const say = useMessages(tablePageMessages);
  const sayMode = useMessages(modeChangeMessages);
  const pages = [
    { to: 'rulebook', label: `${say('nav.rulebook')} ${view.rulebook.key}` },
    ...(view.room ? [] : [{ to: 'mode', label: sayMode('nav') }]),
    { to: 'people', label: say('nav.people') },
    ...(view.log.mayRead ? [{ to: 'log', label: say('nav.log') }] : []),
  ];
  return (
    <nav className={styles.nav} aria-label={say('nav.label')} data-print="no">
      {pages.map(({ to, label }) => (
        <Link key={to} to={`/tables/${view.key}/${to}`}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
