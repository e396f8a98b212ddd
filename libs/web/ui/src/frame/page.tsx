import { type ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from './breadcrumbs.js';
import { usePageTitle } from './page-title.js';
import styles from './page.module.css';

interface PageProps {
  /** The heading, and the first part of the document's title. */
  readonly title: string;
  /** The title in another language than the reader's. */
  readonly lang?: string | undefined;
  /** A short line above the heading: key, kind. */
  readonly above?: ReactNode;
  /** What stands below the heading: status, deadline. */
  readonly below?: ReactNode;
  /** The way to this page, which is added at its end. */
  readonly trail?: readonly Crumb[];
  /** `narrow` for forms. */
  readonly width?: 'page' | 'narrow';
  readonly children: ReactNode;
}

/** One page: document title, breadcrumbs, the one first-level heading (which takes the focus after a navigation) and the content. */
export function Page({ title, lang, above, below, trail, width = 'page', children }: PageProps) {
  usePageTitle(title);
  return (
    <div className={styles.page} data-width={width}>
      {trail && <Breadcrumbs trail={[...trail, { label: title }]} />}
      <header className={styles.header}>
        {above && <div className={styles.above}>{above}</div>}
        <h1 tabIndex={-1} lang={lang}>
          {title}
        </h1>
        {below && <div className={styles.below}>{below}</div>}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: ReactNode;
  /** For links from elsewhere on the page. */
  readonly id?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under a second-level heading. */
export function Section({ title, id, aside, children }: SectionProps) {
  return (
    <section className={styles.section} id={id}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
