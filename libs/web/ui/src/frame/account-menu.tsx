import { Menu } from '@mantine/core';
import { Link } from 'react-router';
import { useMessages } from '../language/use-language.js';
import { shellMessages } from '../messages/shell-messages.js';
import styles from './header.module.css';

/** A place that the account menu leads to. */
export interface AccountLink {
  readonly to: string;
  readonly label: string;
}

interface AccountMenuProps {
  readonly name: string;
  readonly links: readonly AccountLink[];
  readonly onSignOut: () => void;
}

/** Who is signed in, and what belongs to the account. */
export function AccountMenu({ name, links, onSignOut }: AccountMenuProps) {
  const say = useMessages(shellMessages);
  return (
    <Menu width={260}>
      <Menu.Target>
        <button type="button" className={styles.account} aria-label={say('account.menu', { name })}>
          <span className={styles.initials} aria-hidden="true">
            {initials(name)}
          </span>
          <span className={styles.accountName}>{name}</span>
          <svg width="12" height="8" viewBox="0 0 12 8" aria-hidden="true">
            <path d="m1 1 5 5 5-5" fill="none" stroke="currentColor" strokeWidth="2" />
          </svg>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {links.map(({ to, label }) => (
          <Menu.Item key={to} component={Link} to={to}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Item onClick={onSignOut}>{say('account.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();
