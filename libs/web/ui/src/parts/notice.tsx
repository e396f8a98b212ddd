import { type ReactNode } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
  readonly tone: 'info' | 'good' | 'care' | 'bad';
  readonly title?: ReactNode;
  /** `alert` for what goes wrong as an answer to the reader's act, `status` for what she should hear; absent for what stands on the page. */
  readonly role?: 'alert' | 'status' | undefined;
  readonly children?: ReactNode;
}

const marks = { info: 'i', good: '✓', care: '!', bad: '!' } as const;

/** A note that stands out by a bar, a mark and its words, never by colour alone. */
export function Notice({ tone, title, role, children }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      <span className={styles.mark} aria-hidden="true">
        {marks[tone]}
      </span>
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
