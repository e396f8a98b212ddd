import { tablesRoutes, type LogPage } from '@tavolo/contracts';
import { useRead, useReadPages } from '@tavolo/web-data';
import { ActionLink, ErrorState, Loading, Notice, Page, problemIn, shellMessages, useMessages } from '@tavolo/web-ui';
import { Entries } from '../entries/entries.js';
import { FilterForm } from '../filters/filter-form.js';
import { useFilters } from '../filters/use-filters.js';
import { logMessages } from '../messages/log-messages.js';
import { Head } from '../proof/head.js';
import { actorName } from './actor-name.js';
import styles from './pages.module.css';

/** What is answered to whoever does not administer the installation, signed in or not. */
const forOthers: ReadonlySet<string> = new Set(['not_allowed', 'no_session']);

/** The log of the installation, for administrators: accounts, invitations, clock. */
export function SystemLogPage() {
  const say = useMessages(logMessages);
  const newest = useRead(tablesRoutes.systemLog, { query: { limit: 1 } });
  return (
    <Page title={say('title.system')} trail={[]} below={<p>{say('lead.system')}</p>}>
      {newest.data ? (
        <SystemLog newest={newest.data} />
      ) : newest.error && forOthers.has(problemIn(newest.error).code) ? (
        <ForAdministrators />
      ) : newest.error ? (
        <ErrorState error={newest.error} retry={() => void newest.refetch()} />
      ) : (
        <Loading label={say('loading')} />
      )}
    </Page>
  );
}

/** Says that a page is for others, and where the log is that its reader may look for. */
function ForAdministrators() {
  const say = useMessages(logMessages);
  const sayShell = useMessages(shellMessages);
  return (
    <>
      <Notice tone="info" title={say('system.only')}>
        <p>{say('system.others')}</p>
      </Notice>
      <ActionLink to="/" weight="plain">
        {sayShell('toTables')}
      </ActionLink>
    </>
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
