import { ActionLink, Page, problemMessages, useMessages } from '@tavolo/web-ui';
import { frameMessages } from './frame-messages.js';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const say = useMessages(problemMessages);
  const sayFrame = useMessages(frameMessages);
  return (
    <Page title={say('not_found.title')} width="narrow">
      <p>{say('not_found.detail')}</p>
      <ActionLink to="/">{sayFrame('toTables')}</ActionLink>
    </Page>
  );
}
