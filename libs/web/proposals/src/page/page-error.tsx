import { ActionLink, ErrorState, shellMessages, useMessages, usePageTitle } from '@tavolo/web-ui';
import { pageMessages } from '../messages/page-messages.js';
import styles from './proposal-page.module.css';

interface PageErrorProps {
  readonly error: unknown;
  readonly retry?: () => void;
}

/** A page that could not be shown: it has a heading like every page, says what happened and how to go on. */
export function PageError({ error, retry }: PageErrorProps) {
  const say = useMessages(pageMessages);
  const sayShell = useMessages(shellMessages);
  usePageTitle(say('notShown'));
  return (
    <div className={styles.page}>
      <h1 tabIndex={-1}>{say('notShown')}</h1>
      <ErrorState error={error} retry={retry} />
      <ActionLink to="/" weight="plain">
        {sayShell('toTables')}
      </ActionLink>
    </div>
  );
}
