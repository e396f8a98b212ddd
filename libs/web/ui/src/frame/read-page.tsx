import { type ReactNode } from 'react';
import { ErrorState, Loading } from '../parts/states.js';
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
  if (data !== undefined) return children(data);
  if (error) {
    return (
      <Page title={failed} trail={[]}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    );
  }
  return <Loading label={loading} />;
}
