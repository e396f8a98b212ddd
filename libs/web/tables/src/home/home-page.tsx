import { tablesRoutes, type TableSummary } from '@tavolo/contracts';
import { useRead, useSession } from '@tavolo/web-data';
import { EmptyState, ErrorState, Loading, Page, Section, useMessages, useWords } from '@tavolo/web-ui';
import { homeMessages } from '../messages/home-messages.js';
import { useAnnouncedFacts } from '../table/use-announced-facts.js';
import { TableList } from './table-list.js';
import { WaitingForMe } from './waiting-for-me.js';
import { Welcome } from './welcome.js';

/** The first page. For members: what waits for them, then their tables. For visitors: what Tavolo is, then what is open to everybody. */
export function HomePage() {
  const session = useSession();
  if (session.error) return <ErrorState error={session.error} retry={() => void session.refetch()} />;
  if (!session.data) return <Loading />;
  return session.data.person ? <Home name={session.data.person.name} /> : <Visitor />;
}

function Home({ name }: { readonly name: string }) {
  const say = useMessages(homeMessages);
  return (
    <Page title={say('title.member')} above={say('greeting', { name })}>
      <WaitingForMe />
      <Tables signedIn />
    </Page>
  );
}

function Visitor() {
  return (
    <Welcome>
      <Tables signedIn={false} />
    </Welcome>
  );
}

function Tables({ signedIn }: { readonly signedIn: boolean }) {
  const { data, error, refetch } = useRead(tablesRoutes.tables);
  const say = useMessages(homeMessages);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const mine = data.filter(({ me }) => me.member !== null);
  const others = data.filter(({ me }) => me.member === null);
  const open = others.filter(({ visibility }) => visibility === 'public');
  const administered = others.filter(({ visibility }) => visibility === 'members');
  return (
    <>
      {data.map((table) => (
        <Watch key={table.key} table={table} />
      ))}
      {signedIn && (
        <Section title={say('tables.mine')}>
          {mine.length > 0 ? (
            <TableList tables={mine} />
          ) : (
            <EmptyState title={say('tables.mineNone')}>{say('tables.mineNoneHint')}</EmptyState>
          )}
        </Section>
      )}
      {(open.length > 0 || !signedIn) && (
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

/** Keeps the page up to date with one table. */
function Watch({ table }: { readonly table: TableSummary }) {
  const words = useWords();
  useAnnouncedFacts(table.key, words(table.name));
  return null;
}
