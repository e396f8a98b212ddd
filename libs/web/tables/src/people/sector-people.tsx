import { type SeatView, type TableView } from '@tavolo/contracts';
import {
  DataTable,
  PersonName,
  SectorShape,
  Section,
  tableMessages,
  useFormats,
  useLanguage,
  useMessages,
  WordsText,
} from '@tavolo/web-ui';
import { Link } from 'react-router';
import { peopleMessages } from '../messages/people-messages.js';
import { type SectorSeats } from '../seats/by-sector.js';
import { distinctNames } from '../seats/distinct-names.js';
import { EndPlace } from './end-place.js';
import { GivePlace } from './give-place.js';
import styles from './people.module.css';

interface SectorPeopleProps {
  readonly group: SectorSeats;
  readonly view: TableView;
  /** A seat was given or left: a sentence that says so. */
  readonly onDone: (said: string) => void;
}

/** One sector's seats as a table: organisation, holder, deputy, right, level; with what the reader may do with each. */
export function SectorPeople({ group: { sector, seats }, view, onDone }: SectorPeopleProps) {
  const { me } = view;
  const { language } = useLanguage();
  const told = distinctNames(view, language);
  const say = useMessages(peopleMessages);
  const sayTable = useMessages(tableMessages);
  const name = sayTable(`sector.${sector}`);
  const names = [
    {
      key: 'holder',
      heading: say('holder'),
      cell: (seat: SeatView) => <Holder seat={seat} view={view} told={told} onDone={onDone} />,
    },
    {
      key: 'deputy',
      heading: say('deputy'),
      cell: (seat: SeatView) => <Deputy seat={seat} view={view} told={told} onDone={onDone} />,
    },
  ];
  /** Where names are hidden, only whether somebody sits there. */
  const taken = {
    key: 'taken',
    heading: say('holder'),
    cell: ({ holder, deputy }: SeatView) =>
      holder === null ? sayTable('seat.vacant') : say(deputy === null ? 'taken' : 'taken.withDeputy'),
  };
  return (
    <Section
      title={
        <span className={styles.heading}>
          <SectorShape sector={sector} size={22} /> {name}
        </span>
      }
      aside={<Counts seats={seats} />}
    >
      <div className={styles.table} data-names={me.seesNames}>
        <DataTable
          caption={say('sector.caption', { sector: name })}
          quiet
          rows={seats}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'seat',
              heading: say('seat'),
              names: true,
              cell: ({ id, number }) => (
                <>
                  {say('seat.n', { n: number })}{' '}
                  {me.seat === id && <span className={styles.mark}>{say(me.asDeputy ? 'youDeputy' : 'you')}</span>}
                </>
              ),
            },
            ...(me.seesNames ? names : [taken]),
            {
              key: 'organisation',
              heading: say('organisation'),
              cell: ({ organisation }) =>
                organisation ? <WordsText words={organisation.name} /> : say('organisation.none'),
            },
            { key: 'right', heading: say('right'), cell: (seat) => <Right seat={seat} /> },
            { key: 'level', heading: say('level'), cell: ({ level }) => sayTable(`level.${level}`) },
          ]}
        />
      </div>
    </Section>
  );
}

/** How many seats, and how many of them wait for somebody. */
function Counts({ seats }: { readonly seats: readonly SeatView[] }) {
  const say = useMessages(peopleMessages);
  const vacant = seats.filter(({ holder }) => holder === null).length;
  return (
    <span className={styles.soft}>
      {say('sector.seats', { count: seats.length })}
      {vacant > 0 && `, ${say('seats.vacant', { count: vacant })}`}
    </span>
  );
}

interface HolderProps {
  readonly seat: SeatView;
  readonly view: TableView;
  /** Names by member, told apart where they are the same. */
  readonly told: ReadonlyMap<string, string>;
  readonly onDone: (said: string) => void;
}

/** Who sits there, and what else she does at this table; an administrator can fill a vacant seat. */
function Holder({ seat, view, told, onDone }: HolderProps) {
  const { id, number, holder } = seat;
  const say = useMessages(peopleMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats();
  if (!holder) {
    return (
      <>
        <PersonName member={null} />
        {view.me.administrator && (
          <span className={styles.more} data-print="no">
            <Link to={`/people?table=${view.key}&seat=${encodeURIComponent(id)}`}>
              {say('seats.invite', { n: number })}
            </Link>
          </span>
        )}
        <GivePlace view={view} gift={{ kind: 'holder', seat }} told={told} onDone={onDone} />
      </>
    );
  }
  const name = told.get(holder.member) ?? holder.name ?? '';
  const also = [
    ...view.rolesView
      .filter(({ holder: { member } }) => member === holder.member)
      .map(({ role }) => `role.${role}` as const),
    ...view.seatsView.filter(({ deputy }) => deputy?.member === holder.member).map(() => 'role.deputy' as const),
  ].map((key) => sayTable(key).toLowerCase());
  return (
    <>
      <PersonName member={{ ...holder, name }} withTitle />
      {also.length > 0 && <span className={styles.more}>{say('also', { roles: write.list(also) })}</span>}
      <EndPlace view={view} place={{ kind: 'holder', seat, member: holder }} name={name} onDone={onDone} />
    </>
  );
}

function Deputy({ seat, view, told, onDone }: HolderProps) {
  const say = useMessages(peopleMessages);
  const { deputy } = seat;
  if (!deputy) {
    return (
      <>
        <span className={styles.soft}>{say('deputy.none')}</span>
        <GivePlace view={view} gift={{ kind: 'deputy', seat }} told={told} onDone={onDone} />
      </>
    );
  }
  const name = told.get(deputy.member) ?? deputy.name ?? '';
  return (
    <>
      <PersonName member={{ ...deputy, name }} withTitle />
      <EndPlace view={view} place={{ kind: 'deputy', seat, member: deputy }} name={name} onDone={onDone} />
    </>
  );
}

function Right({ seat: { right, assesses, decidingAuthority } }: { readonly seat: SeatView }) {
  const say = useMessages(tableMessages);
  return (
    <>
      {say(`right.${right}`)}
      {assesses && <span className={styles.more}>{say('right.assesses')}</span>}
      {decidingAuthority && <span className={styles.more}>{say('right.deciding')}</span>}
    </>
  );
}
