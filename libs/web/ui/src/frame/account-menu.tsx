import { useEffect, useRef, useState } from 'react';
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

/** Who is signed in, and what belongs to the account: a button that opens a short list of links. Escape and leaving close it. */
export function AccountMenu({ name, links, onSignOut }: AccountMenuProps) {
  const say = useMessages(shellMessages);
  const [opened, setOpened] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!opened) return;
    const outside = ({ target }: Event): void => {
      if (target instanceof Node && !menu.current?.contains(target)) setOpened(false);
    };
    const escape = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      setOpened(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', escape);
    };
  }, [opened]);
  return (
    <div className={styles.menu} ref={menu}>
      <button
        ref={button}
        type="button"
        className={styles.account}
        title={say('account.menu', { name })}
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        <span className={styles.initials} data-initials={initials(name)} aria-hidden="true" />
        <span className={styles.hidden}>{say('account.menu')}</span>
        <span className={styles.accountName}>{name}</span>
        <svg width="12" height="8" viewBox="0 0 12 8" aria-hidden="true">
          <path d="m1 1 5 5 5-5" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      </button>
      {opened && (
        <ul className={styles.menuList}>
          {links.map(({ to, label }) => (
            <li key={to}>
              <Link to={to} onClick={() => setOpened(false)}>
                {label}
              </Link>
            </li>
          ))}
          <li>
            <button type="button" onClick={onSignOut}>
              {say('account.signOut')}
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();
