import { Button } from '@mantine/core';
import { Notice, Page, useMessages } from '@tavolo/web-ui';
import { Component, type ReactNode } from 'react';
import { frameMessages } from './frame-messages.js';

interface Broken {
  readonly error: unknown;
}

/** Keeps a failing page from taking the frame with it. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: Broken | null }> {
  override readonly state: { readonly broken: Broken | null } = { broken: null };

  static getDerivedStateFromError(error: unknown): { readonly broken: Broken } {
    return { broken: { error } };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    return broken ? <BrokenPage error={broken.error} /> : this.props.children;
  }
}

/** Stands in for a page that failed, or whose code could not be loaded because the server was updated meanwhile. */
function BrokenPage({ error }: Broken) {
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
