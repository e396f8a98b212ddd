import { Page, Sign } from '@tavolo/web-ui';
import { type ReactNode } from 'react';
import styles from './entry-page.module.css';

interface EntryPageProps {
  readonly title: string;
  /** What stands beside the form: what this is about, in a few sentences. */
  readonly beside: { readonly title: string; readonly sentences: readonly string[]; readonly numbered?: boolean };
  readonly children: ReactNode;
}

/** A page at the door: a form, and beside it, or below it on a phone, what one should know. */
export function EntryPage({ title, beside, children }: EntryPageProps) {
  const List = beside.numbered ? 'ol' : 'ul';
  return (
    <div className={styles.entry}>
      <Page title={title} width="narrow">
        {children}
      </Page>
      <section className={styles.beside}>
        <span className={styles.sign}>
          <Sign size={56} />
        </span>
        <h2>{beside.title}</h2>
        <List>
          {beside.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </List>
      </section>
    </div>
  );
}
