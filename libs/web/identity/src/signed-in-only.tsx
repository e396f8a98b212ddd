import { type SessionView } from '@tavolo/contracts';
import { useSession } from '@tavolo/web-data';
import { ActionLink, ErrorState, Loading, Notice, useMessages } from '@tavolo/web-ui';
import { useEffect, useState, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';

/** Whoever is signed in. */
export type Person = NonNullable<SessionView['person']>;

interface SignedInOnlyProps {
  readonly children: (person: Person) => ReactNode;
  /** Leaves out people who do not administer the installation, and says so. */
  readonly administrators?: boolean;
}

/**
 * Shows its content to people who are signed in; others sign in first and come back. When the session ends meanwhile the content is
 * hidden, not thrown away: what was typed is there again once the same person has signed in again.
 */
export function SignedInOnly({ children, administrators = false }: SignedInOnlyProps) {
  const { data, error, refetch } = useSession();
  const say = useMessages(identityMessages);
  const { pathname, search } = useLocation();
  const [shownTo, setShownTo] = useState<Person | null>(null);
  const person = data?.person ?? null;
  if (person && person !== shownTo) setShownTo(person);
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />;
  const reader = person ?? shownTo;
  if (!reader) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
  if (administrators && !reader.administrator) return <ForAdministrators />;
  return (
    <>
      {!person && (
        <Notice tone="care" title={say('ended.title')}>
          <p>{say('ended.detail')}</p>
        </Notice>
      )}
      <div hidden={!person} key={reader.id} className={person ? styles.content : undefined}>
        {children(reader)}
      </div>
    </>
  );
}

/** Says that a page is for others; the page's heading takes the focus, so that it is read first. */
function ForAdministrators() {
  const say = useMessages(identityMessages);
  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <Notice tone="info" title={say('administrators.only')}>
        <p>{say('administrators.who')}</p>
      </Notice>
      <ActionLink to="/">{say('administrators.toTables')}</ActionLink>
    </>
  );
}
