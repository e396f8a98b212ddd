import { tablesRoutes, type TableView } from '@tavolo/contracts';
import { useRead, useTableFacts } from '@tavolo/web-data';
import {
  DataTable,
  ErrorState,
  Loading,
  Notice,
  Page,
  PersonName,
  SeatLabel,
  Section,
  tableMessages,
  useMessages,
  useWords,
  type Crumb,
} from '@tavolo/web-ui';
import { useParams } from 'react-router';
import { identityMessages } from './identity-messages.js';
import { Invitations } from './invitations.js';

/** The people of a table: seats with holders and deputies, and who guides it; administrators also invite here. */
export function PeoplePage() {
  const { table = '' } = useParams();
  const say = useMessages(identityMessages);
  const words = useWords();
  const { data, error, refetch } = useRead(tablesRoutes.table, { params: { table } });
  useTableFacts(table);
  const trail: readonly Crumb[] = [{ to: `/tables/${table}`, label: data ? words(data.name) : table }];
  return (
    <Page title={say('people.title')} trail={trail} above={data && words(data.name)}>
      {!data && (error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />)}
      {data && <People table={data} />}
    </Page>
  );
}

function People({ table }: { readonly table: TableView }) {
  const say = useMessages(identityMessages);
  const sayTable = useMessages(tableMessages);
  return (
    <>
      {!table.me.seesNames && <Notice tone="info" title={say('people.hidden')} />}
      <Section title={say('people.seats')}>
        <DataTable
          caption={say('people.seats')}
          quiet
          rows={table.seatsView}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'seat',
              heading: say('people.seat'),
              names: true,
              cell: (seat) => <SeatLabel seat={seat} />,
            },
            {
              key: 'holder',
              heading: say('people.holder'),
              cell: (seat) => <PersonName member={seat.holder} seat={seat} withTitle />,
            },
            {
              key: 'deputy',
              heading: say('people.deputy'),
              cell: (seat) =>
                seat.deputy ? <PersonName member={seat.deputy} seat={seat} withTitle /> : say('people.noDeputy'),
            },
            {
              key: 'right',
              heading: say('people.right'),
              cell: ({ right, assesses, decidingAuthority }) =>
                [
                  sayTable(`right.${right}`),
                  ...(assesses ? [sayTable('right.assesses')] : []),
                  ...(decidingAuthority ? [sayTable('right.deciding')] : []),
                ].join('; '),
            },
          ]}
        />
      </Section>
      <Section title={say('people.roles')}>
        {table.rolesView.length === 0 ? (
          <p>{say('people.noRoles')}</p>
        ) : (
          <ul>
            {table.rolesView.map(({ role, holder }) => (
              <li key={`${role} ${holder.member}`}>
                {sayTable(`role.${role}`)}: <PersonName member={holder} withTitle />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {table.me.administrator && (
        <Section title={say('invitations.title')}>
          <Invitations table={table} />
        </Section>
      )}
    </>
  );
}
