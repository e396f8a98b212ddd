import { type PowerOfRule, type VotingGame } from '@tavolo/governance';
import { type Fraction } from '@tavolo/kernel';
import { DataTable, SectorBadge, tableMessages, useFormats, useMessages, type Column } from '@tavolo/web-ui';
import { useEffect, useState } from 'react';
import { tryingMessages } from '../../messages/trying-messages.js';
import { countPower } from './count-power.js';
import styles from './trying.module.css';

interface PowerProps {
  readonly game: VotingGame;
  readonly count?: typeof countPower;
}

/** How much each sector, and each seat in it, weighs under a rule, and who can stop a text alone. */
export function Power({ game, count = countPower }: PowerProps) {
  const say = useMessages(tryingMessages);
  const [power, setPower] = useState<PowerOfRule | 'counting' | 'failed'>('counting');
  useEffect(() => {
    const given = new AbortController();
    count(game, given.signal)
      .then((counted) => !given.signal.aborted && setPower(counted))
      .catch(() => !given.signal.aborted && setPower('failed'));
    return () => given.abort();
  }, [game, count]);
  if (power === 'counting') return <p role="status">{say('power.counting')}</p>;
  return power === 'failed' ? <p>{say('power.failed')}</p> : <PowerTable power={power} />;
}

type Row = PowerOfRule['sectors'][number];

function PowerTable({ power: { seats, sectors, blocking } }: { readonly power: PowerOfRule }) {
  const say = useMessages(tryingMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats();
  const each = (row: Row) => seats.find(({ sector }) => sector === row.sector);
  const share = (key: 'banzhaf' | 'shapleyShubik'): Column<Row> => ({
    key,
    heading: say(`power.${key}`),
    numeric: true,
    cell: (row) => {
      const one = each(row);
      return (
        <>
          {write.percent(ratio(row[key]))}
          {one && (
            <span className={styles.each}>
              {' '}
              ({say('power.perSeat')}: {write.percent(ratio(one[key]))})
            </span>
          )}
        </>
      );
    },
  });
  return (
    <>
      <DataTable
        caption={say('power.sectors')}
        rows={sectors}
        rowKey={({ sector }) => sector}
        columns={[
          { key: 'sector', heading: say('sector'), names: true, cell: ({ sector }) => <SectorBadge sector={sector} /> },
          { key: 'seats', heading: say('seats'), numeric: true, cell: (row) => row.seats },
          {
            key: 'ofSeats',
            heading: say('power.ofSeats'),
            numeric: true,
            cell: (row) => write.percent(row.seats / seats.length),
          },
          share('banzhaf'),
          share('shapleyShubik'),
        ]}
      />
      <p>
        {blocking.length > 0
          ? say('power.blocking', { sectors: write.list(blocking.map((sector) => sayTable(`sector.${sector}`))) })
          : say('power.noBlocking')}
      </p>
    </>
  );
}

/** A share as a number between 0 and 1, to be shown; ten digits are far more than a reader sees. */
const ratio = ({ numerator, denominator }: Fraction): number =>
  Number((numerator * 10_000_000_000n) / denominator) / 10_000_000_000;
