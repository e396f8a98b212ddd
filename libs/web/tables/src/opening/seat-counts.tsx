import { TextInput } from '@mantine/core';
import { mostSeatsOfSector } from '@tavolo/contracts';
import { sectors, type Preset, type Sector } from '@tavolo/governance';
import { tableMessages, useMessages } from '@tavolo/web-ui';
import { openingMessages } from '../messages/opening-messages.js';
import styles from './opening.module.css';

/** How many seats each sector has, as written. */
export type SeatTexts = Readonly<Record<Sector, string>>;

/** Numbers of seats that suit a preset: those of its fixed shares, or a small table of three sectors. */
export function startingSeats({ shares }: Preset): SeatTexts {
  if (shares?.market) return { public: '2', third_sector: '1', citizens: '0', market: '1' };
  if (shares) return { public: '3', third_sector: '2', citizens: '0', market: '0' };
  return { public: '3', third_sector: '3', citizens: '3', market: '0' };
}

/** The number of seats that is written; `null` where it is none. */
export function seatsIn(text: string): number | null {
  const written = text.trim() === '' ? '0' : text.trim();
  return /^\d{1,2}$/u.test(written) && Number(written) <= mostSeatsOfSector ? Number(written) : null;
}

interface SeatCountsProps {
  readonly texts: SeatTexts;
  /** Whether the reader has tried to open the table. */
  readonly tried: boolean;
  readonly onChange: (texts: SeatTexts) => void;
}

/** Asks for the seats of each sector. */
export function SeatCounts({ texts, tried, onChange }: SeatCountsProps) {
  const say = useMessages(openingMessages);
  const sayTable = useMessages(tableMessages);
  const none = tried && sectors.every((sector) => seatsIn(texts[sector]) === 0);
  return (
    <fieldset className={styles.seats}>
      <legend>{say('seats')}</legend>
      <p className={styles.hint}>{say('seats.hint')}</p>
      <div className={styles.counts}>
        {sectors.map((sector, index) => {
          const wrong = seatsIn(texts[sector]) === null || (none && index === 0);
          const fault = none && index === 0 ? say('seats.none') : say('seats.wrong', { most: mostSeatsOfSector });
          return (
            <TextInput
              key={sector}
              label={sayTable(`sector.${sector}`)}
              inputMode="numeric"
              maxLength={3}
              value={texts[sector]}
              error={wrong ? fault : undefined}
              aria-invalid={wrong ? true : undefined}
              onChange={({ currentTarget }) => onChange({ ...texts, [sector]: currentTarget.value })}
            />
          );
        })}
      </div>
      {seatsIn(texts.market) !== 0 && <p className={styles.hint}>{say('seats.market')}</p>}
    </fieldset>
  );
}
