import { type MeAtTable, type SeatView } from '@tavolo/contracts';
import { PersonName, SectorShape, tableMessages, useMessages, WordsText } from '@tavolo/web-ui';
import { peopleMessages } from '../messages/people-messages.js';
import { bySector } from './by-sector.js';
import styles from './seat-list.module.css';

interface SeatListProps {
  readonly seats: readonly SeatView[];
  readonly me: MeAtTable;
  /** Pseudonyms of members who are looking now. */
  readonly present: readonly string[];
}

/** The seats in words, by sector: who, for which organisation, with which right, at which level. */
export function SeatList({ seats, me, present }: SeatListProps) {
  const say = useMessages(tableMessages);
  const sayPeople = useMessages(peopleMessages);
  return (
    <div className={styles.sectors}>
      {bySector(seats).map(({ sector, seats: group }) => (
        <section key={sector} data-sector={sector} className={styles.sector}>
          <h3>
            <SectorShape sector={sector} /> {say(`sector.${sector}`)}{' '}
            <span className={styles.count}>{sayPeople('sector.seats', { count: group.length })}</span>
          </h3>
          <ul className={styles.seats}>
            {group.map((seat) => (
              <Seat key={seat.id} seat={seat} me={me} present={present} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Seat({ seat, me, present }: { readonly seat: SeatView } & Pick<SeatListProps, 'me' | 'present'>) {
  const say = useMessages(tableMessages);
  const sayPeople = useMessages(peopleMessages);
  const { number, holder, deputy, organisation, right, level, decidingAuthority } = seat;
  const rights = [
    say(`right.${right}`),
    say(`level.${level}`),
    ...(decidingAuthority ? [say('right.deciding')] : []),
  ].join(' · ');
  return (
    <li className={styles.seat}>
      <span className={styles.number}>{sayPeople('seat.n', { n: number })}</span>
      <div className={styles.who}>
        <p className={styles.name}>
          {/* The seat's number stands beside it, so a name that is hidden is not replaced by it once more. */}
          {holder?.name === null ? null : <PersonName member={holder} />}
          {me.seat === seat.id && !me.asDeputy && <span className={styles.mark}>{sayPeople('you')}</span>}
          {holder && present.includes(holder.member) && <span className={styles.mark}>{sayPeople('here')}</span>}
        </p>
        <p className={styles.soft}>
          {organisation ? <WordsText words={organisation.name} /> : sayPeople('organisation.none')}
        </p>
        <p className={styles.small}>{rights}</p>
        {deputy && (
          <p className={`${styles.small} ${styles.name}`}>
            {deputy.name === null ? sayPeople('deputy.there') : sayPeople('deputy.of', { name: deputy.name })}
            {me.seat === seat.id && me.asDeputy && <span className={styles.mark}>{sayPeople('you')}</span>}
          </p>
        )}
      </div>
    </li>
  );
}
