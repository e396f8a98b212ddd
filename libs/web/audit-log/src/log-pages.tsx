import { tablesRoutes } from '@tavolo/contracts';
import { useRead, useReadPages, useTableFacts } from '@tavolo/web-data';
import { ErrorState, Loading, Page, useMessages, useWords } from '@tavolo/web-ui';
import { useParams } from 'react-router';
import { CheckYourself } from './check-yourself.js';
import { Entries } from './entries.js';
import { Filters } from './filters.js';
import { Head } from './head.js';
import { logMessages } from './log-messages.js';
import styles from './log.module.css';
import { useFilters } from './use-filters.js';

/** The log of a table: entries in words, what is proven about them, and how to check it elsewhere. */
export function TableLogPage() {
  const { table = '' } = useParams();
  const say = useMessages(logMessages);
  const words = useWords();
  const { filters } = useFilters();
  const view = useRead(tablesRoutes.table, { params: { table } });
  const log = useReadPages(tablesRoutes.log, { params: { table }, query: { ...filters } });
  useTableFacts(table);
  const name = view.data ? words(view.data.name) : table;
  const [first] = log.data?.pages ?? [];
  const error = log.error ?? view.error;
  return (
    <Page title={say('title')} trail={[{ to: `/tables/${table}`, label: name }]} above={name}>
      <p>{say('lead')}</p>
      {!first && (error ? <ErrorState error={error} retry={() => void log.refetch()} /> : <Loading />)}
      {first && (
        <div className={styles.columns}>
          <div className={styles.main}>
            <Filters acts={first.acts} />
            <Entries log={log} zone={view.data?.rulebook.zone} />
          </div>
          <div className={styles.side}>
            <Head page={first} vkey={view.data?.log.vkey} zone={view.data?.rulebook.zone} />
            <CheckYourself table={table} vkey={view.data?.log.vkey} />
          </div>
        </div>
      )}
    </Page>
  );
}

/** The log of the installation, for administrators. */
export function SystemLogPage() {
  const say = useMessages(logMessages);
  const { filters } = useFilters();
  const log = useReadPages(tablesRoutes.systemLog, { query: { ...filters } });
  const [first] = log.data?.pages ?? [];
  return (
    <Page title={say('title.system')} trail={[]}>
      <p>{say('lead.system')}</p>
      {!first && (log.error ? <ErrorState error={log.error} retry={() => void log.refetch()} /> : <Loading />)}
      {first && (
        <div className={styles.columns}>
          <div className={styles.main}>
            <Filters acts={first.acts} />
            <Entries log={log} />
          </div>
          <div className={styles.side}>
            <Head page={first} />
          </div>
        </div>
      )}
    </Page>
  );
}
