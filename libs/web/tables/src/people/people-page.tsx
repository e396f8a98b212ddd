import { tablesRoutes, type TableView } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { ActionLink, EmptyState, Notice, Page, useMessages, useWords, ReadPage } from '@tavolo/web-ui';
import { useParams } from 'react-router';
import { peopleMessages } from '../messages/people-messages.js';
import { tablePageMessages } from '../messages/table-page-messages.js';
import { bySector } from '../seats/by-sector.js';
import { RoleList } from '../seats/role-list.js';
import { useAnnouncedFacts } from '../table/use-announced-facts.js';
import { SectorPeople } from './sector-people.js';

/** The people of a table by sector. Those who may not see names see the seats. */
export function PeoplePage() {
  const { table = '' } = useParams();
  const say = useMessages(tablePageMessages);
  const read = useRead(tablesRoutes.table, { params: { table } });
  return (
    <ReadPage read={read} failed={say('failed')} loading={say('loading')}>
      {(view) => <People view={view} />}
    </ReadPage>
  );
}

function People({ view }: { readonly view: TableView }) {
  const say = useMessages(peopleMessages);
  const words = useWords();
  useAnnouncedFacts(view.key);
  const name = words(view.name);
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
      {view.seatsView.length === 0 && <EmptyState title={say('seats.none')} />}
      {bySector(view.seatsView).map((group) => (
        <SectorPeople key={group.sector} group={group} me={view.me} />
      ))}
      <RoleList roles={view.rolesView} />
    </Page>
  );
}
