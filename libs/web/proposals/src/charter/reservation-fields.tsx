import { ReasonField, useMessages } from '@tavolo/web-ui';
import { Button, NativeSelect } from '@mantine/core';
import { charterMessages } from '../messages/charter-messages.js';
import styles from './charter.module.css';
import { useClauses } from './use-clauses.js';

export interface ReservationRow {
  readonly key: number;
  readonly clause: string;
  readonly text: string;
}

interface ReservationFieldsProps {
  readonly version: number | null;
  readonly rows: readonly ReservationRow[];
  /** Whether a reservation without words is marked. */
  readonly showFaults: boolean;
  readonly onChange: (rows: readonly ReservationRow[]) => void;
}

/** Clauses that the signer excepts, each with its words. */
export function ReservationFields({ version, rows, showFaults, onChange }: ReservationFieldsProps) {
  const say = useMessages(charterMessages);
  const clauses = useClauses(version);
  const change = (key: number, part: Partial<ReservationRow>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = (): void => {
    const free = clauses.find(({ value }) => !rows.some(({ clause }) => clause === value)) ?? clauses[0];
    const key = Math.max(0, ...rows.map((row) => row.key)) + 1;
    if (free) onChange([...rows, { key, clause: free.value, text: '' }]);
  };
  return (
    <>
      <p>{say('reservation.lead')}</p>
      {rows.map((row, index) => {
        const name = say('reservation.name', { number: index + 1 });
        return (
          <div key={row.key} className={styles.row} role="group" aria-label={name}>
            <NativeSelect
              label={say('reservation.clause')}
              value={row.clause}
              onChange={(event) => change(row.key, { clause: event.currentTarget.value })}
              data={[...clauses]}
            />
            <ReasonField
              label={say('reservation.text')}
              value={row.text}
              onChange={(text) => change(row.key, { text })}
              min={1}
              rows={3}
              error={showFaults && row.text.trim() === '' ? say('reservation.missing') : null}
            />
            <Button
              variant="subtle"
              aria-label={say('reservation.removeNamed', { name })}
              onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
            >
              {say('reservation.remove')}
            </Button>
          </div>
        );
      })}
      {rows.length < clauses.length && (
        <div>
          <Button variant="outline" onClick={add}>
            {say(rows.length === 0 ? 'reservation.add' : 'reservation.another')}
          </Button>
        </div>
      )}
    </>
  );
}
