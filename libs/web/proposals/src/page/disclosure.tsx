import { useState, type ReactNode } from 'react';
import styles from './disclosure.module.css';

interface DisclosureProps {
  readonly label: string;
  /** Rendered once it has been opened: what it shows may have to be read first. */
  readonly children: ReactNode;
}

/** Something rarer that is folded away behind a button. */
export function Disclosure({ label, children }: DisclosureProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details className={styles.disclosure} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{label}</summary>
      {opened && <div className={styles.body}>{children}</div>}
    </details>
  );
}
