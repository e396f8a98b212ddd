import { type ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './action-link.module.css';

interface ActionLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  /** `main` for the one thing to do on a page. */
  readonly weight?: 'main' | 'plain';
}

/** A link that looks like a button, for going to where something is done. */
export function ActionLink({ to, children, weight = 'main' }: ActionLinkProps) {
  return (
    <Link to={to} className={styles.link} data-weight={weight} data-print="no">
      {children}
    </Link>
  );
}
