import { type ReactNode } from 'react';
import { useMessages } from '../language/use-language.js';
import { shellMessages } from '../messages/shell-messages.js';
import { ErrorState, Loading } from '../parts/states.js';
import { ActionLink } from './action-link.js';
import { Page } from './page.js';

interface ReadPageProps<Data> {
  /** What was asked for, as a query answers: nothing yet, the data, or what was thrown. */
  readonly read: { readonly data: Data | undefined; readonly error: unknown; readonly refetch: () => unknown };
  /** Heading of the page when it cannot be shown. */
  readonly failed: string;
  readonly loading: string;
  readonly children: (data: Data) => ReactNode;
}

/** A page that is shown once its data are there; until then it says that they are on their way, or why they are not. */
export function ReadPage<Data>({ read: { data, error, refetch }, failed, loading, children }: ReadPageProps<Data>) {
  const say = useMessages(shellMessages);
  if (data !== undefined) return children(data);
  if (error) {
    return (
      <Page title={failed} trail={[]}>
        <ErrorState error={error} retry={() => void refetch()} />
        <ActionLink to="/" weight="plain">
          {say('toTables')}
        </ActionLink>
      </Page>
    );
  }
  return <Loading label={loading} />;
}
