import { useSession } from '@tavolo/web-data';
import { ErrorState, Loading, Page, useMessages } from '@tavolo/web-ui';
import { Navigate, useSearchParams } from 'react-router';
import { DemoSignIn } from './demo-sign-in.js';
import { identityMessages } from './identity-messages.js';
import { PasswordSignIn } from './password-sign-in.js';
import { whereNext } from './where-next.js';

/** Signing in: as a person of the demonstration, or with e-mail and password. The page that asked for it opens afterwards. */
export function SignInPage() {
  const { data, error, refetch } = useSession();
  const [search] = useSearchParams();
  const say = useMessages(identityMessages);
  const next = whereNext(search.get('next'));
  if (data?.person) return <Navigate to={next} replace />;
  const demo = data?.installation.mode === 'demo';
  return (
    <Page title={say(demo ? 'demo.title' : 'signIn.title')} width={demo ? 'page' : 'narrow'}>
      {!data && (error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />)}
      {data && (demo ? <DemoSignIn /> : <PasswordSignIn />)}
    </Page>
  );
}
