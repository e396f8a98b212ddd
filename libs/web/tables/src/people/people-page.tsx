import { type TableView } from '@tavolo/contracts';
import { ActionLink, EmptyState, Notice, Page, useMessages, useWords, usePageTitle } from '@tavolo/web-ui';
import { peopleMessages } from '../messages/people-messages.js';
import { tablePageMessages } from '../messages/table-page-messages.js';
import { bySector } from '../seats/by-sector.js';
import { RoleList } from '../seats/role-list.js';
import { ReadTable } from '../table/read-table.js';
import { useAnnouncedFacts } from '../table/use-announced-facts.js';
import { SectorPeople } from './sector-people.js';

/** The people of a table by sector. Those who may not see names see the seats. */
export function PeoplePage() {
  const say = useMessages(tablePageMessages);
  return <ReadTable loading={say('loading')}>{(view) => <People view={view} />}</ReadTable>;
}

function People({ view }: { readonly view: TableView }) {
  const say = useMessages(peopleMessages);
  const words = useWords();
  useAnnouncedFacts(view.key);
  const name = words(view.name);
  // After the heading's own, so that windows of several tables can be told apart by their names.
  usePageTitle(say('title.of', { table: name }));
  return (
    <Page title={say('title')} above={name} trail={[{ to: `/tables/${view.key}`, label: name }]}>
      {!view.me.seesNames && (
        <Notice tone="info">
          <p>{say('namesHidden')}</p>
        </Notice>
      )}
      {view.me.administrator && (
        <p data-print="no">
          <ActionLink to="/people">{say('invite')}</ActionLink>
        </p>
      )}
      {view.seatsView.length === 0 && <EmptyState title={say('seats.none')}>{say('seats.noneHint')}</EmptyState>}
      {bySector(view.seatsView).map((group) => (
        <SectorPeople key={group.sector} group={group} view={view} />
      ))}
      <RoleList view={view} heading="h2" />
    </Page>
  );
}
