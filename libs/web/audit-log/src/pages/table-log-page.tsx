import { actNames, tablesRoutes, type TableView } from '@tavolo/contracts';
import { useRead, useReadPages, useTableFacts } from '@tavolo/web-data';
import {
  directoryOf,
  NamingProvider,
  Notice,
  Page,
  useAnnounce,
  useLanguage,
  useMessages,
  useWords,
  ReadPage,
} from '@tavolo/web-ui';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { Entries } from '../entries/entries.js';
import { LogPlaceProvider } from '../entries/log-place.js';
import { FilterForm } from '../filters/filter-form.js';
import { useFilters } from '../filters/use-filters.js';
import { logMessages } from '../messages/log-messages.js';
import { CheckYourself } from '../proof/check-yourself.js';
import { HeadInShort } from '../proof/head-in-short.js';
import { Head } from '../proof/head.js';
import { actorName, actorsIn } from './actor-name.js';
import styles from './pages.module.css';

/** The log of a table: entries in words, what is proven about them, and how to check it elsewhere. */
export function TableLogPage() {
  const { table = '' } = useParams();
  const say = useMessages(logMessages);
  const read = useRead(tablesRoutes.table, { params: { table } });
  return (
    <ReadPage read={read} failed={say('failed')} loading={say('loading')}>
      {(view) => <TableLog view={view} />}
    </ReadPage>
  );
}

function TableLog({ view }: { readonly view: TableView }) {
  const say = useMessages(logMessages);
  const words = useWords();
  const name = words(view.name);
  return (
    <LogPlaceProvider view={view}>
      <Page
        title={say('title')}
        trail={[{ to: `/tables/${view.key}`, label: name }]}
        above={name}
        below={
          <p>
            {say('lead')}{' '}
            {view.log.mayRead && (
              <a href="#check" data-print="no">
                {say('lead.check')}
              </a>
            )}
          </p>
        }
      >
        {view.log.mayRead ? (
          <Readable view={view} />
        ) : (
          <Notice tone="info">
            <p>{say('notReadable')}</p>
          </Notice>
        )}
      </Page>
    </LogPlaceProvider>
  );
}

function Readable({ view }: { readonly view: TableView }) {
  const say = useMessages(logMessages);
  const announce = useAnnounce();
  const { language } = useLanguage();
  const { filters } = useFilters();
  const params = { table: view.key };
  const log = useReadPages(tablesRoutes.log, { params, query: { ...filters } });
  // The head belongs to the whole log, whatever the filters leave of it.
  const newest = useRead(tablesRoutes.log, { params, query: { limit: 1 } });
  useTableFacts(view.key, () => announce(say('live.new')));
  const naming = useMemo(
    () => ({
      zone: view.rulebook.zone,
      directory: directoryOf(
        { seats: view.seatsView, roles: view.rolesView, formerMembers: actorsIn(log.data) },
        language,
      ),
    }),
    [view, log.data, language],
  );
  return (
    <NamingProvider naming={naming}>
      <div className={styles.columns}>
        <div className={styles.main}>
          {newest.data && <HeadInShort page={newest.data} />}
          {!view.me.seesNames && (
            <Notice tone="info">
              <p>{say('namesHidden')}</p>
            </Notice>
          )}
          <FilterForm acts={newest.data?.acts ?? actNames} log="table" actor={actorName(log.data, filters.actor)} />
          <Entries log={log} filtered={Object.keys(filters).length > 0} />
        </div>
        <div className={styles.side}>
          {newest.data && <Head page={newest.data} vkey={view.log.vkey} />}
          <CheckYourself view={view} />
        </div>
      </div>
    </NamingProvider>
  );
}
