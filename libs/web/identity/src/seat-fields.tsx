import { NativeSelect } from '@mantine/core';
import { tablesRoutes, type SeatView } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { seatLabel, tableMessages, useLanguage, useMessages, useWords } from '@tavolo/web-ui';
import { type FieldState } from './checked-form.js';
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
  /** For the field of the seat: its name, and what is wrong with it. */
  readonly at: FieldState;
  readonly onChange: (choice: SeatChoice) => void;
}

/** Chooses a table, then one of its seats, and whether as its holder or as deputy. */
export function SeatFields({ choice, at, onChange }: SeatFieldsProps) {
  const say = useMessages(identityMessages);
  const words = useWords();
  const nameOf = useSeatName();
  const { data: tables = [] } = useRead(tablesRoutes.tables);
  const { data: table } = useRead(
    tablesRoutes.table,
    { params: { table: choice.table } },
    { enabled: choice.table !== '' },
  );
  const chooseSeat = (id: string): void => {
    const seat = table?.seatsView.find((one) => one.id === id);
    // A seat that is taken can only be given a deputy.
    onChange({ ...choice, seat: id, as: seat?.holder ? 'deputy' : 'holder' });
  };
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
            {...at}
            label={say('invitations.seat')}
            value={choice.seat}
            data={[
              { value: '', label: say('invitations.chooseSeat') },
              ...table.seatsView.map((seat) => ({ value: seat.id, label: nameOf(seat) })),
            ]}
            onChange={(event) => chooseSeat(event.currentTarget.value)}
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

/** `Third sector, seat 3 · Filo d’Erba · vacant`: which seat, for whom, and who sits there. */
function useSeatName(): (seat: SeatView) => string {
  const { language } = useLanguage();
  const sayTable = useMessages(tableMessages);
  const say = useMessages(identityMessages);
  const words = useWords();
  return (seat) =>
    [
      seatLabel(seat, language),
      ...(seat.organisation ? [words(seat.organisation.name)] : []),
      seat.holder === null ? sayTable('seat.vacant').toLowerCase() : (seat.holder.name ?? say('invitations.taken')),
    ].join(' · ');
}
