import { ActionLink, useMessages } from '@tavolo/web-ui';
import { useLocation } from 'react-router';
import { ErrorPage } from './error-page.js';
import styles from './error-page.module.css';
import { frameMessages } from './frame-messages.js';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const say = useMessages(frameMessages);
  const { pathname } = useLocation();
  return (
    <ErrorPage title={say('missing.title')} actions={<ActionLink to="/">{say('toTables')}</ActionLink>}>
      <p>{say('missing.detail')}</p>
      <p className={styles.address}>
        {say('missing.address')} <code>{pathname}</code>
      </p>
    </ErrorPage>
  );
}
