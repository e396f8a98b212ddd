import { type MeAtTable, type SeatView } from '@tavolo/contracts';
import { DataTable, PersonName, SectorShape, Section, tableMessages, useMessages, WordsText } from '@tavolo/web-ui';
import { peopleMessages } from '../messages/people-messages.js';
import { type SectorSeats } from '../seats/by-sector.js';
import styles from './people.module.css';

interface SectorPeopleProps {
  readonly group: SectorSeats;
  readonly me: MeAtTable;
}

/** One sector's seats as a table: organisation, holder, deputy, right, level. */
export function SectorPeople({ group: { sector, seats }, me }: SectorPeopleProps) {
  const say = useMessages(peopleMessages);
  const sayTable = useMessages(tableMessages);
  const name = sayTable(`sector.${sector}`);
  const names = [
    {
      key: 'holder',
      heading: say('holder'),
      cell: ({ holder }: SeatView) => <PersonName member={holder} withTitle />,
    },
    {
      key: 'deputy',
      heading: say('deputy'),
      cell: ({ deputy }: SeatView) =>
        deputy ? <PersonName member={deputy} /> : <span className={styles.soft}>{say('deputy.none')}</span>,
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
      aside={<span className={styles.soft}>{say('sector.seats', { count: seats.length })}</span>}
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
