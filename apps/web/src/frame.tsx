import { identityRoutes } from '@tavolo/contracts';
import { forgetDrafts } from '@tavolo/web-identity/drafts';
import { usePerform, useReadingAgain, useSession, useSessionChange, useSessionWatch } from '@tavolo/web-data';
import {
  AppFrame,
  ErrorState,
  languageWasChosen,
  Loading,
  shellMessages,
  useLanguage,
  useMessages,
  type AccountLink,
} from '@tavolo/web-ui';
import { Suspense, useEffect } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { Banner } from './banner.js';
import { PageBoundary } from './broken-page.js';
import styles from './frame.module.css';
import { useScrollMemory } from './scroll-memory.js';

/** What surrounds every page: who is signed in, language, banners, and where one is sent first. */
export function Frame() {
  const { data: session } = useSession();
  const say = useMessages(shellMessages);
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const changeSession = useSessionChange();
  const signOut = usePerform(identityRoutes.signOut);
  const remember = usePerform(identityRoutes.changeAccount);
  const { ended, expectEnd } = useSessionWatch();
  useReadingAgain();
  useAccountLanguage();
  useSetUpFirst();
  useScrollMemory();

  const person = session?.person;
  const links: readonly AccountLink[] = [
    { to: '/account', label: say('account.mine') },
    ...(person?.administrator
      ? [
          { to: '/people', label: say('account.invitations') },
          { to: '/log', label: say('account.systemLog') },
        ]
      : []),
    ...(session?.installation.outbox ? [{ to: '/outbox', label: say('account.outbox') }] : []),
  ];
  const leave = async (): Promise<void> => {
    if (!(await signOut.perform({}))) return;
    forgetDrafts();
    expectEnd();
    // Away from what was shown to her before it is asked for again in nobody's name.
    await navigate('/');
    await changeSession(null);
  };
  const signInTo = pathname === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(pathname + search)}`;
  return (
    <AppFrame
      banner={<Banner ended={ended} signInTo={signInTo} />}
      version={session?.installation.version}
      person={session && (person ?? null)}
      accountLinks={links}
      signInTo={signInTo}
      onSignOut={() => void leave()}
      onLanguage={(language) => {
        // Of an account that is not ours to change, as in the demonstration, the device remembers the language.
        if (person?.email) void remember.perform({ body: { language } });
      }}
    >
      {signOut.error !== null && <ErrorState error={signOut.error} />}
      <div className={styles.place}>
        <PageBoundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </PageBoundary>
      </div>
    </AppFrame>
  );
}

/** Someone who signs in on a new device finds the language of her account; people of the demonstration speak the visitor's. */
function useAccountLanguage(): void {
  const { data } = useSession();
  const { setLanguage } = useLanguage();
  const wanted = data?.person?.email ? data.person.language : undefined;
  useEffect(() => {
    if (wanted && !languageWasChosen()) setLanguage(wanted);
  }, [wanted, setLanguage]);
}

/** A fresh installation begins with its set-up. */
function useSetUpFirst(): void {
  const { data } = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const needed = data?.installation.needsSetUp === true && pathname !== '/set-up';
  useEffect(() => {
    if (needed) void navigate('/set-up', { replace: true });
  }, [needed, navigate]);
}
