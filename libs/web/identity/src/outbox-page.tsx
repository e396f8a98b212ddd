import { identityRoutes } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { EmptyState, ErrorState, Loading, Moment, Page, problemIn, useMessages } from '@tavolo/web-ui';
import { identityMessages } from './identity-messages.js';
import { MailText } from './mail-text.js';
import styles from './outbox.module.css';

/** The mails that would have been sent; for demonstrations and tests. */
export function OutboxPage() {
  const say = useMessages(identityMessages);
  const { data, error, refetch } = useRead(identityRoutes.outbox);
  const absent = error !== null && problemIn(error).code === 'not_found';
  return (
    <Page title={say('outbox.title')} width="narrow">
      <p>{say(absent ? 'outbox.none' : 'outbox.lead')}</p>
      {!data && !absent && (error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />)}
      {data?.length === 0 && <EmptyState title={say('outbox.empty')}>{say('outbox.emptyDetail')}</EmptyState>}
      {data?.map(({ id, to, subject, text, language, at }) => (
        <article key={id} className={styles.mail}>
          <p className={styles.head}>
            {say('outbox.to', { to })} · <Moment at={at} />
          </p>
          <h2 lang={language}>{subject}</h2>
          <MailText text={text} language={language} />
        </article>
      ))}
    </Page>
  );
}
