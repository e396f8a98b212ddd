import { type SeatView } from '@tavolo/contracts';
import { SectorMark, SectorShape, tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { type ReactNode } from 'react';
import { peopleMessages } from '../messages/people-messages.js';
import { bySector } from './by-sector.js';
import { placesAround, type Place } from './places.js';
import styles from './round-table.module.css';

interface RoundTableProps {
  /** Stands beside the picture, below what the shapes mean. */
  readonly children?: ReactNode;
  readonly seats: readonly SeatView[];
  /** Id of the reader's own seat. */
  readonly mine: string | null;
}

/** The seats of a table as people round a table: a shape for each sector, a number for each seat. The list of seats says the same in words. */
export function RoundTable({ seats, mine, children }: RoundTableProps) {
  const say = useMessages(peopleMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats();
  const groups = bySector(seats);
  const { places, size } = placesAround(seats);
  const votes = seats.filter(({ right }) => right === 'vote').length;
  const inWords = groups.map(({ sector, seats: { length } }) =>
    say('picture.sector', { sector: sayTable(`sector.${sector}`), count: length }),
  );
  const all = say('picture.seats', { count: seats.length });
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.drawing}
        viewBox="-172 -172 344 344"
        role="img"
        aria-label={say('picture.of', { seats: all, sectors: write.list(inWords) })}
      >
        <circle r="82" className={styles.table} />
        <text className={styles.count} y="-4">
          {all}
        </text>
        <text className={styles.votes} y="20">
          {say('picture.votes', { count: votes })}
        </text>
        {places.map((place) => (
          <Seat key={place.seat.id} place={place} size={size} mine={place.seat.id === mine} />
        ))}
      </svg>
      <figcaption className={styles.legend}>
        <ul>
          {groups.map(({ sector, seats: { length }, votes: voting }) => (
            <li key={sector}>
              <SectorShape sector={sector} />
              <span>
                {sayTable(`sector.${sector}`)}: {say('picture.seats', { count: length })}
                {voting < length &&
                  `, ${voting === 0 ? say('picture.noVotes') : say('picture.votes', { count: voting })}`}
              </span>
            </li>
          ))}
        </ul>
        <Marks seats={seats} />
        {children}
      </figcaption>
    </figure>
  );
}

const kindOf = ({ holder, right }: SeatView): 'vacant' | 'voice' | 'vote' => (holder === null ? 'vacant' : right);

function Seat({ place, size, mine }: { readonly place: Place; readonly size: number; readonly mine: boolean }) {
  const { seat, x, y, labelX, labelY } = place;
  // A word needs more room beside its seat than a number has.
  const side = mine && Math.abs(x) > size ? Math.sign(x) : 0;
  const say = useMessages(peopleMessages);
  return (
    <g data-sector={seat.sector} className={styles.seat}>
      {mine && <circle cx={x} cy={y} r={size * 0.7} className={styles.mine} />}
      <g data-kind={kindOf(seat)} transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 16})`}>
        <SectorMark sector={seat.sector} />
      </g>
      <text
        x={side === 0 ? labelX : x + side * size * 0.85}
        y={side === 0 ? labelY : y}
        dy="0.35em"
        className={styles.number}
        data-mine={mine}
        data-side={side}
      >
        {mine ? say('picture.you') : seat.number}
      </text>
    </g>
  );
}

/** What outlines mean, where there are any. */
function Marks({ seats }: { readonly seats: readonly SeatView[] }) {
  const say = useMessages(peopleMessages);
  const kinds = new Set(seats.map(kindOf));
  if (!kinds.has('voice') && !kinds.has('vacant')) return null;
  const marks = [
    ...(kinds.has('vote') ? [say('picture.filled')] : []),
    ...(kinds.has('voice') ? [say('picture.outlined')] : []),
    ...(kinds.has('vacant') ? [say('picture.dashed')] : []),
  ];
  return <p className={styles.marks}>{marks.join(' · ')}</p>;
}
