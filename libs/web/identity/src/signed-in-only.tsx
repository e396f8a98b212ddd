import { useSession } from '@tavolo/web-data';
import { ErrorState, Loading } from '@tavolo/web-ui';
import { type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';

/** Shows its content to people who are signed in; others sign in first and come back. */
export function SignedInOnly({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useSession();
  const { pathname, search } = useLocation();
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!data.person) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
  return children;
}
