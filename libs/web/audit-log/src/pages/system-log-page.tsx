import { tablesRoutes, type LogPage } from '@tavolo/contracts';
import { useRead, useReadPages } from '@tavolo/web-data';
import { ErrorState, Loading, Page, useMessages } from '@tavolo/web-ui';
import { Entries } from '../entries/entries.js';
import { FilterForm } from '../filters/filter-form.js';
import { useFilters } from '../filters/use-filters.js';
import { logMessages } from '../messages/log-messages.js';
import { Head } from '../proof/head.js';
import { actorName } from './actor-name.js';
import styles from './pages.module.css';

/** The log of the installation, for administrators: accounts, invitations, clock. */
export function SystemLogPage() {
  const say = useMessages(logMessages);
  const newest = useRead(tablesRoutes.systemLog, { query: { limit: 1 } });
  return (
    <Page title={say('title.system')} trail={[]} below={<p>{say('lead.system')}</p>}>
      {newest.data ? (
        <SystemLog newest={newest.data} />
      ) : newest.error ? (
        <ErrorState error={newest.error} retry={() => void newest.refetch()} />
      ) : (
        <Loading label={say('loading')} />
      )}
    </Page>
  );
}

function SystemLog({ newest }: { readonly newest: LogPage }) {
  const { filters } = useFilters();
  const log = useReadPages(tablesRoutes.systemLog, { query: { ...filters } });
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <FilterForm acts={newest.acts} log="system" actor={actorName(log.data, filters.actor)} />
        <Entries log={log} filtered={Object.keys(filters).length > 0} />
      </div>
      <div className={styles.side}>
        <Head page={newest} />
      </div>
    </div>
  );
}
