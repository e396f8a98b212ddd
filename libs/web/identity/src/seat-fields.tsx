import { NativeSelect } from '@mantine/core';
import { tablesRoutes } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { seatLabel, useLanguage, useMessages, useWords } from '@tavolo/web-ui';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';

/** A seat to which someone is invited; empty texts are no seat. */
export interface SeatChoice {
  readonly table: string;
  readonly seat: string;
  readonly as: 'holder' | 'deputy';
}

interface SeatFieldsProps {
  readonly choice: SeatChoice;
  readonly onChange: (choice: SeatChoice) => void;
}

/** Chooses a table, then one of its seats, and whether as its holder or as deputy. */
export function SeatFields({ choice, onChange }: SeatFieldsProps) {
  const say = useMessages(identityMessages);
  const { language } = useLanguage();
  const words = useWords();
  const { data: tables = [] } = useRead(tablesRoutes.tables);
  const { data: table } = useRead(
    tablesRoutes.table,
    { params: { table: choice.table } },
    { enabled: choice.table !== '' },
  );
  return (
    <>
      <NativeSelect
        label={say('invitations.table')}
        value={choice.table}
        data={[
          { value: '', label: say('invitations.toInstallation') },
          ...tables.map(({ key, name }) => ({ value: key, label: words(name) })),
        ]}
        onChange={(event) => onChange({ ...choice, table: event.currentTarget.value, seat: '' })}
      />
      {table && (
        <div className={styles.pair}>
          <NativeSelect
            label={say('invitations.seat')}
            value={choice.seat}
            data={[
              { value: '', label: say('invitations.noSeat') },
              ...table.seatsView.map((seat) => ({ value: seat.id, label: seatLabel(seat, language) })),
            ]}
            onChange={(event) => onChange({ ...choice, seat: event.currentTarget.value })}
          />
          <NativeSelect
            label={say('invitations.as')}
            value={choice.as}
            data={[
              { value: 'holder', label: say('invitations.asHolder') },
              { value: 'deputy', label: say('invitations.asDeputy') },
            ]}
            onChange={(event) =>
              onChange({ ...choice, as: event.currentTarget.value === 'deputy' ? 'deputy' : 'holder' })
            }
          />
        </div>
      )}
    </>
  );
}
