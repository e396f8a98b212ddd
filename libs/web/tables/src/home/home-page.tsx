import { tablesRoutes, type SessionView, type TableSummary } from '@tavolo/contracts';
import { useRead, useSession } from '@tavolo/web-data';
import { ActionLink, EmptyState, ErrorState, Loading, Page, Section, useMessages, useWords } from '@tavolo/web-ui';
import { lazy, Suspense } from 'react';
import { homeMessages } from '../messages/home-messages.js';
import { useAnnouncedFacts } from '../table/use-announced-facts.js';
import { TableList } from './table-list.js';
import { Welcome } from './welcome.js';

/** Visitors are asked for nothing: they do not load what says it. */
const WaitingForMe = lazy(async () => ({ default: (await import('./waiting-for-me.js')).WaitingForMe }));

type Person = NonNullable<SessionView['person']>;

/** The first page. For members: what waits for them, then their tables. For visitors: what Tavolo is, then what is open to everybody. */
export function HomePage() {
  const { data, error, refetch } = useSession();
  const say = useMessages(homeMessages);
  if (!data) {
    if (!error) return <Loading />;
    return (
      <Page title={say('unreachable')} width="narrow">
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    );
  }
  return data.person ? <Home person={data.person} /> : <Visitor />;
}

function Home({ person }: { readonly person: Person }) {
  const say = useMessages(homeMessages);
  // Asked at once, while the code of what shows it is on its way.
  useRead(tablesRoutes.waiting);
  return (
    <Page title={say('title.member')} above={say('greeting', { name: person.name })}>
      <Failed />
      <Suspense fallback={<Loading />}>
        <WaitingForMe />
      </Suspense>
      <Tables person={person} />
    </Page>
  );
}

function Visitor() {
  return (
    <Welcome>
      <Failed />
      <Tables person={null} />
    </Welcome>
  );
}

/** Says once what could not be read, however many parts of the page miss it. */
function Failed() {
  // The parts below ask; here only what came of it is looked at.
  const waiting = useRead(tablesRoutes.waiting, {}, { enabled: false });
  const tables = useRead(tablesRoutes.tables, {}, { enabled: false });
  const failed = [waiting, tables].filter(({ data, error }) => data === undefined && error !== null);
  const [first] = failed;
  if (!first) return null;
  return <ErrorState error={first.error} retry={() => failed.forEach(({ refetch }) => void refetch())} />;
}

function Tables({ person }: { readonly person: Person | null }) {
  const { data, error } = useRead(tablesRoutes.tables);
  const say = useMessages(homeMessages);
  // What stands above comes first, so that nothing is pushed down under the reader's finger.
  const above = useRead(tablesRoutes.waiting, {}, { enabled: false });
  if (person && above.data === undefined && above.error === null) return null;
  if (!data) return error ? null : <Loading />;
  const mine = data.filter(({ me }) => me.member !== null);
  const others = data.filter(({ me }) => me.member === null);
  const open = others.filter(({ visibility }) => visibility === 'public');
  const administered = others.filter(({ visibility }) => visibility === 'members');
  return (
    <>
      {data.map((table) => (
        <Watch key={table.key} table={table} />
      ))}
      {person && (
        <Section title={say('tables.mine')}>
          {mine.length > 0 ? (
            <TableList tables={mine} />
          ) : (
            <NoTable administers={person.administrator && data.length === 0} />
          )}
          {person.administrator && (
            <p>
              <ActionLink to="/open-table">{say('tables.openOne')}</ActionLink>
            </p>
          )}
        </Section>
      )}
      {(open.length > 0 || !person) && (
        <Section title={say('tables.public')}>
          {open.length > 0 ? (
            <TableList tables={open} />
          ) : (
            <EmptyState title={say('tables.publicNone')}>{say('tables.publicNoneHint')}</EmptyState>
          )}
        </Section>
      )}
      {administered.length > 0 && (
        <Section title={say('tables.administered')}>
          <TableList tables={administered} />
        </Section>
      )}
    </>
  );
}

/** Of a member without a table; whoever administers an installation that has none is told what she can do. */
function NoTable({ administers }: { readonly administers: boolean }) {
  const say = useMessages(homeMessages);
  if (!administers) return <EmptyState title={say('tables.mineNone')}>{say('tables.mineNoneHint')}</EmptyState>;
  return (
    <EmptyState
      title={say('tables.administerNone')}
      action={<ActionLink to="/people">{say('tables.invite')}</ActionLink>}
    >
      {say('tables.administerNoneHint')}
    </EmptyState>
  );
}

/** Keeps the page up to date with one table. */
function Watch({ table }: { readonly table: TableSummary }) {
  const words = useWords();
  useAnnouncedFacts(table.key, words(table.name));
  return null;
}
