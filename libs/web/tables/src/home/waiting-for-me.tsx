import { tablesRoutes } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { EmptyState, Loading, useMessages } from '@tavolo/web-ui';
import { homeMessages } from '../messages/home-messages.js';
import { sortedOut } from '../table/asked-of-me.js';
import { TableAsks, useTableAsks } from '../table/table-asks.js';
import { WaitingList } from '../table/waiting-list.js';
import styles from './home.module.css';

/** What is asked of the reader at all her tables, what is to be done first standing out; below it what she waits for. */
export function WaitingForMe() {
  const asks = useTableAsks();
  const { data, error } = useRead(tablesRoutes.waiting);
  const say = useMessages(homeMessages);
  // The page says once what could not be read.
  if (!data) return error ? null : <Loading />;
  const { asked, others } = sortedOut(data);
  const count = asked.length + asks.length;
  return (
    <div className={styles.waiting}>
      {count === 0 ? (
        <EmptyState title={say('waiting.none')}>{say('waiting.noneHint')}</EmptyState>
      ) : (
        <p>{say('waiting.count', { count })}</p>
      )}
      {asked.length > 0 && <WaitingList waiting={asked} first />}
      <TableAsks asks={asks} />
      {others.length > 0 && (
        <details className={styles.others} open={asked.length === 0}>
          <summary>
            {say('waiting.others')} ({others.length})
          </summary>
          <WaitingList waiting={others} />
        </details>
      )}
    </div>
  );
}
