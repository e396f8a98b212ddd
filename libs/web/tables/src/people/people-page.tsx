import { type TableView } from '@tavolo/contracts';
import { ActionLink, EmptyState, Notice, Page, useMessages, useWords, usePageTitle } from '@tavolo/web-ui';
import { useEffect, useRef, useState } from 'react';
import { peopleMessages } from '../messages/people-messages.js';
import { tablePageMessages } from '../messages/table-page-messages.js';
import { bySector } from '../seats/by-sector.js';
import { ReadTable } from '../table/read-table.js';
import { useAnnouncedFacts } from '../table/use-announced-facts.js';
import { Guides } from './guides.js';
import { SectorPeople } from './sector-people.js';

/** The people of a table by sector, and for those who may: giving and ending seats and roles. Those who may not see names see the seats. */
export function PeoplePage() {
  const say = useMessages(tablePageMessages);
  return <ReadTable loading={say('loading')}>{(view) => <People view={view} />}</ReadTable>;
}

function People({ view }: { readonly view: TableView }) {
  const say = useMessages(peopleMessages);
  const words = useWords();
  const [news, setNews] = useState<News | null>(null);
  const tell = (said: string): void => setNews({ said });
  useAnnouncedFacts(view.key);
  const name = words(view.name);
  // After the heading's own, so that windows of several tables can be told apart by their names.
  usePageTitle(say('title.of', { table: name }));
  return (
    <Page title={say('title')} above={name} trail={[{ to: `/tables/${view.key}`, label: name }]}>
      {news !== null && <Done news={news} />}
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
        <SectorPeople key={group.sector} group={group} view={view} onDone={tell} />
      ))}
      <Guides view={view} onDone={tell} />
    </Page>
  );
}

/** What the reader has just done; a new one each time, also when it says the same. */
interface News {
  readonly said: string;
}

/** Says it, and takes the focus: the button that was pressed may be gone. */
function Done({ news }: { readonly news: News }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [news]);
  return (
    <div ref={ref} tabIndex={-1} role="group" aria-label={news.said}>
      <Notice tone="good" title={news.said} />
    </div>
  );
}
