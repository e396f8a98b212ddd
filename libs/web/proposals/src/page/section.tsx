import { useId, type ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: ReactNode;
  /** Small words beside the title. */
  readonly aside?: ReactNode;
  /** Where links of this page lead to. */
  readonly id?: string | undefined;
  readonly children: ReactNode;
}

/** A part of the page with its heading. */
export function Section({ title, aside, id, children }: SectionProps) {
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading} id={id}>
      <div className={styles.head}>
        <h2 id={heading}>{title}</h2>
        {aside && <span className={styles.aside}>{aside}</span>}
      </div>
      {children}
    </section>
  );
}
