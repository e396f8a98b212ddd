import { Button } from '@mantine/core';
import { ActionLink, useMessages } from '@tavolo/web-ui';
import { Component, type ReactNode } from 'react';
import { ErrorPage } from './error-page.js';
import styles from './error-page.module.css';
import { frameMessages } from './frame-messages.js';

interface Broken {
  readonly error: unknown;
}

interface PageBoundaryProps {
  readonly children: ReactNode;
  /** Put around the page that tells of the failure, where nothing else surrounds it. */
  readonly around?: (page: ReactNode) => ReactNode;
}

/** Keeps a failing page from taking the frame with it. */
export class PageBoundary extends Component<PageBoundaryProps, { readonly broken: Broken | null }> {
  override readonly state: { readonly broken: Broken | null } = { broken: null };

  static getDerivedStateFromError(error: unknown): { readonly broken: Broken } {
    return { broken: { error } };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    const { children, around } = this.props;
    if (!broken) return children;
    const page = <BrokenPage error={broken.error} />;
    return around ? around(page) : page;
  }
}

/** How browsers say that the code of a page did not arrive. */
const unloaded = /dynamically imported module|module script failed|loading (css )?chunk|preload css/i;

/** Stands in for a page that failed, or whose code could not be loaded: without a connection, or because the server was updated meanwhile. */
function BrokenPage({ error }: Broken) {
  const say = useMessages(frameMessages);
  const message = error instanceof Error ? error.message : String(error);
  const kind = unloaded.test(message) ? 'unloaded' : 'broken';
  return (
    <ErrorPage
      title={say(`${kind}.title`)}
      actions={
        <>
          <Button onClick={() => window.location.reload()}>{say('broken.reload')}</Button>
          <ActionLink to="/" weight="plain">
            {say('toTables')}
          </ActionLink>
        </>
      }
    >
      <p>{say(`${kind}.detail`)}</p>
      <details className={styles.technical}>
        <summary>{say('broken.technical')}</summary>
        <code>{message}</code>
      </details>
    </ErrorPage>
  );
}
