import { Button } from '@mantine/core';
import { Notice, Page, useMessages } from '@tavolo/web-ui';
import { useRouteError } from 'react-router';
import { frameMessages } from './frame-messages.js';

/** Stands in for a page that failed, or whose code could not be loaded because the server was updated meanwhile. */
export function BrokenPage() {
  const error = useRouteError();
  const say = useMessages(frameMessages);
  return (
    <Page title={say('broken.title')} width="narrow">
      <p>{say('broken.detail')}</p>
      <Button onClick={() => window.location.reload()}>{say('broken.reload')}</Button>
      <Notice tone="info">
        <details>
          <summary>{say('broken.technical')}</summary>
          <code>{error instanceof Error ? error.message : String(error)}</code>
        </details>
      </Notice>
    </Page>
  );
}
