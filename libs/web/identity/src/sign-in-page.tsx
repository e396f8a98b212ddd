import { useSession } from '@tavolo/web-data';
import { ErrorState, Loading, Page, useMessages } from '@tavolo/web-ui';
import { Navigate, useSearchParams } from 'react-router';
import { DemoSignIn } from './demo-sign-in.js';
import { EntryPage } from './entry-page.js';
import { identityMessages } from './identity-messages.js';
import { PasswordSignIn } from './password-sign-in.js';
import { whereNext } from './where-next.js';

/** Signing in: as a person of the demonstration, or with e-mail and password. The page that asked for it opens afterwards. */
export function SignInPage() {
  const { data, error, refetch } = useSession();
  const [search] = useSearchParams();
  const say = useMessages(identityMessages);
  if (data?.person) return <Navigate to={whereNext(search.get('next'))} replace />;
  if (data?.installation.mode === 'demo') {
    return (
      <Page title={say('demo.title')}>
        <DemoSignIn />
      </Page>
    );
  }
  if (!data && !error) return <Loading />;
  const sentences = [say('signIn.invited'), say('signIn.public'), say('signIn.help')];
  return (
    <EntryPage title={say('signIn.title')} beside={{ title: say('signIn.beside'), sentences }}>
      {data ? <PasswordSignIn /> : <ErrorState error={error} retry={() => void refetch()} />}
    </EntryPage>
  );
}
