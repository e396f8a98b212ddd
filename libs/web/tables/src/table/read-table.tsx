import { tablesRoutes, type TableView } from '@tavolo/contracts';
import { ProblemError, useRead, useSession } from '@tavolo/web-data';
import { ActionLink, ErrorState, Loading, Page, useMessages } from '@tavolo/web-ui';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation, useParams } from 'react-router';
import { tablePageMessages } from '../messages/table-page-messages.js';
import styles from './table.module.css';

interface ReadTableProps {
  readonly loading: string;
  readonly children: (view: TableView) => ReactNode;
}

/** A page about the table that its address names; until it can be shown, that it is on its way, or why it is not and where to go. */
export function ReadTable({ loading, children }: ReadTableProps) {
  const { table = '' } = useParams();
  const { data, error, refetch } = useRead(tablesRoutes.table, { params: { table } });
  if (data) return children(data);
  if (!error) return <Loading label={loading} />;
  return <NoTable table={table} error={error} retry={() => void refetch()} />;
}

interface NoTableProps {
  readonly table: string;
  readonly error: unknown;
  readonly retry: () => void;
}

function NoTable({ table, error, retry }: NoTableProps) {
  const say = useMessages(tablePageMessages);
  const { data: session } = useSession();
  const { pathname } = useLocation();
  const place = useRef<HTMLDivElement>(null);
  const status = error instanceof ProblemError ? error.problem.status : null;
  const closed = status === 404 || status === 403;
  useEffect(() => {
    place.current?.querySelector('h1')?.focus({ preventScroll: true });
  }, [closed]);
  return (
    <div ref={place}>
      <Page title={say(closed ? 'closed.title' : 'failed')} trail={[]}>
        {closed ? (
          <>
            <p>{say('closed.detail', { table })}</p>
            {session && !session.person && <p>{say('closed.visitor')}</p>}
          </>
        ) : (
          <ErrorState error={error} retry={retry} />
        )}
        <div className={styles.actions}>
          {closed && session && !session.person && (
            <ActionLink to={`/sign-in?next=${encodeURIComponent(pathname)}`}>{say('visitor.signIn')}</ActionLink>
          )}
          <ActionLink to="/" weight="plain">
            {say('toTables')}
          </ActionLink>
        </div>
      </Page>
    </div>
  );
}
