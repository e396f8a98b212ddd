import { tablesRoutes, type TableView } from '@tavolo/contracts';
import { useRead, useSession } from '@tavolo/web-data';
import { ErrorState, Loading, Notice, useMessages } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { tablePageMessages } from '../messages/table-page-messages.js';
import { sortedOut } from './asked-of-me.js';
import styles from './table.module.css';
import { TableAsks, useTableAsks } from './table-asks.js';
import { WaitingList } from './waiting-list.js';

/** What is asked of the reader at this table; for others, as what they are reading. */
export function WaitingHere({ view }: { readonly view: TableView }) {
  const { data: session } = useSession();
  const say = useMessages(tablePageMessages);
  if (view.me.member !== null) return <Asked table={view.key} />;
  if (!session) return null;
  if (session.person) {
    return (
      <Notice tone="info">
        <p>{say(view.me.administrator ? 'visitor.administrator' : 'visitor.member')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="info">
      <p>
        {say('visitor')} <Link to={`/sign-in?next=/tables/${view.key}`}>{say('visitor.signIn')}</Link>
      </p>
    </Notice>
  );
}

function Asked({ table }: { readonly table: string }) {
  const say = useMessages(tablePageMessages);
  const asks = useTableAsks(table);
  const { data, error, refetch } = useRead(tablesRoutes.waiting);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { asked } = sortedOut(data.filter((waiting) => waiting.table.key === table));
  return (
    <section className={styles.asked} aria-labelledby="asked-of-me">
      <h2 id="asked-of-me">{say('waiting.title')}</h2>
      <TableAsks asks={asks} atOneTable />
      {asked.length > 0 && <WaitingList waiting={asked} atOneTable />}
      {asked.length + asks.length === 0 && <p>{say('waiting.none')}</p>}
    </section>
  );
}
