import { Page } from '@tavolo/web-ui';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './error-page.module.css';

interface ErrorPageProps {
  readonly title: string;
  /** What happened and what to do, in plain words. */
  readonly children: ReactNode;
  /** The ways on, the best one first. */
  readonly actions: ReactNode;
}

/** A page that stands where another one was expected. Its heading takes the focus at once, so that it is read first. */
export function ErrorPage({ title, children, actions }: ErrorPageProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.querySelector('h1')?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place}>
      <Page title={title} width="narrow">
        {children}
        <div className={styles.actions}>{actions}</div>
      </Page>
    </div>
  );
}
