import { type Language } from '@tavolo/kernel';
import { Link, NavLink } from 'react-router';
import { useMessages } from '../language/use-language.js';
import { shellMessages } from '../messages/shell-messages.js';
import { AccountMenu, type AccountLink } from './account-menu.js';
import styles from './header.module.css';
import { LanguageSwitch } from './language-switch.js';
import { Sign } from './wordmark.js';

export interface HeaderProps {
  /** `null`: a visitor. `undefined`: not known yet. */
  readonly person: { readonly name: string } | null | undefined;
  readonly accountLinks: readonly AccountLink[];
  /** Where signing in leads back to the present page. */
  readonly signInTo: string;
  readonly onSignOut: () => void;
  readonly onLanguage?: ((language: Language) => void) | undefined;
}

/** The bar at the top: product, tables, language, account. */
export function Header({ person, accountLinks, signInTo, onSignOut, onLanguage }: HeaderProps) {
  const say = useMessages(shellMessages);
  return (
    <header className={styles.header} data-print="no">
      <div className={styles.inner}>
        <Link to="/" className={styles.product}>
          <Sign />
          <span>{say('product')}</span>
        </Link>
        <nav className={styles.nav} aria-label={say('nav.main')}>
          <NavLink to="/" end>
            {say(person ? 'nav.tables' : 'nav.publicTables')}
          </NavLink>
        </nav>
        <div className={styles.tools}>
          <LanguageSwitch onChange={onLanguage} />
          {person && <AccountMenu name={person.name} links={accountLinks} onSignOut={onSignOut} />}
          {person === null && (
            <Link to={signInTo} className={styles.signIn}>
              {say('signIn')}
            </Link>
          )}
        </div>
      </div>
    </header>
  );
}
