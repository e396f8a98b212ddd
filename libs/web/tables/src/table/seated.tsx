import { type TableView } from '@tavolo/contracts';
import { EmptyState, Section, tableMessages, useLanguage, useMessages } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { peopleMessages } from '../messages/people-messages.js';
import { tablePageMessages } from '../messages/table-page-messages.js';
import { distinctNames } from '../seats/distinct-names.js';
import { RoleList } from '../seats/role-list.js';
import { RoundTable } from '../seats/round-table.js';
import { SeatList } from '../seats/seat-list.js';
import styles from './table.module.css';

interface SeatedProps {
  readonly view: TableView;
  /** Pseudonyms of members who are looking now. */
  readonly present: readonly string[];
}

/** Who sits at the table, as a picture and as a list; who guides it. */
export function Seated({ view, present }: SeatedProps) {
  const say = useMessages(tablePageMessages);
  const sayPeople = useMessages(peopleMessages);
  const people = (
    <Link to={`/tables/${view.key}/people`} className={styles.aside}>
      {say('seats.people')}
    </Link>
  );
  return (
    <Section title={say('seats')} aside={people}>
      {view.seatsView.length === 0 ? (
        <EmptyState title={sayPeople('seats.none')}>{sayPeople('seats.noneHint')}</EmptyState>
      ) : (
        <div className={styles.seated}>
          <RoundTable seats={view.seatsView} mine={view.me.seat}>
            <RoleList view={view} />
            <Present present={present.filter((member) => member !== view.me.member)} view={view} />
          </RoundTable>
          <SeatList seats={view.seatsView} me={view.me} present={present} />
        </div>
      )}
    </Section>
  );
}

function Present({ present, view }: SeatedProps) {
  const say = useMessages(tablePageMessages);
  const sayTable = useMessages(tableMessages);
  const { language } = useLanguage();
  const names = distinctNames(view, language);
  if (present.length === 0) return null;
  if (!view.me.seesNames) return <p className={styles.soft}>{say('present.others', { count: present.length })}</p>;
  return (
    <p className={styles.soft}>
      {say('present.title')}: {present.map((member) => names.get(member) ?? sayTable('seat.unknown')).join(', ')}
    </p>
  );
}
