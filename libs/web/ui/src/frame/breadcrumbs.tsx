import { Link } from 'react-router';
import { useMessages } from '../language/use-language.js';
import { shellMessages } from '../messages/shell-messages.js';
import styles from './breadcrumbs.module.css';

/** One step of the way to a page; the page itself ends the way and has no address. */
export interface Crumb {
  readonly to?: string;
  readonly label: string;
}

/** Where a page stands; the way begins at the tables. */
export function Breadcrumbs({ trail }: { readonly trail: readonly Crumb[] }) {
  const say = useMessages(shellMessages);
  const way: readonly Crumb[] = [{ to: '/', label: say('nav.publicTables') }, ...trail];
  return (
    <nav className={styles.crumbs} aria-label={say('nav.breadcrumbs')} data-print="no">
      <ol>
        {way.map(({ to, label }) => (
          <li key={to ?? label} aria-current={to === undefined ? 'page' : undefined}>
            {to === undefined ? <span>{label}</span> : <Link to={to}>{label}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
