import { useMessages } from '@tavolo/web-ui';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode } from 'react';
import { agreementMessages } from '../messages/agreement-messages.js';
import { emptyCommitment, emptyMeasure, nextKey, type CommitmentRow, type MeasureRow } from './agreement-draft.js';
import styles from './formalise.module.css';
import { type OrganisationChoice } from './organisation-choices.js';

/** What stands at a field whose row and name are these, when something is wrong with it. */
export type FaultAt = (field: string) => string | undefined;

interface CommitmentRowsProps {
  readonly rows: readonly CommitmentRow[];
  readonly organisations: readonly OrganisationChoice[];
  readonly faultAt: FaultAt;
  readonly onChange: (rows: readonly CommitmentRow[]) => void;
}

/** Commitments: holder, what, date, proof. */
export function CommitmentRows({ rows, organisations, faultAt, onChange }: CommitmentRowsProps) {
  const say = useMessages(agreementMessages);
  const change = (key: number, part: Partial<CommitmentRow>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <fieldset className={styles.part}>
      <legend>{say('formalise.commitments')}</legend>
      {rows.map((row, index) => (
        <Row
          key={row.key}
          name={say('formalise.commitment', { number: index + 1 })}
          only={rows.length === 1}
          onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
        >
          <NativeSelect
            id={`holder-${row.key}`}
            label={say('formalise.commitment.holder')}
            value={row.holder ?? ''}
            error={faultAt(`holder-${row.key}`)}
            onChange={(event) => change(row.key, { holder: event.currentTarget.value || null })}
            data={[{ value: '', label: say('formalise.nobody') }, ...organisations]}
          />
          {(['what', 'dueOn', 'proof'] as const).map((part) => (
            <TextInput
              key={part}
              id={`${part}-${row.key}`}
              type={part === 'dueOn' ? 'date' : 'text'}
              label={say(`formalise.commitment.${part}`)}
              value={row[part]}
              error={faultAt(`${part}-${row.key}`)}
              onChange={(event) => change(row.key, { [part]: event.currentTarget.value })}
            />
          ))}
        </Row>
      ))}
      <AddRow
        label={say('formalise.addCommitment')}
        onAdd={() => onChange([...rows, emptyCommitment(nextKey(rows))])}
      />
    </fieldset>
  );
}

interface MeasureRowsProps {
  readonly rows: readonly MeasureRow[];
  readonly faultAt: FaultAt;
  readonly onChange: (rows: readonly MeasureRow[]) => void;
}

/** Names of the fields as faults know them: commitments have a `what` too. */
const measureFields = { what: 'measured', baseline: 'baseline', target: 'target' } as const;

/** Measures: what, baseline, target. */
export function MeasureRows({ rows, faultAt, onChange }: MeasureRowsProps) {
  const say = useMessages(agreementMessages);
  const change = (key: number, part: Partial<MeasureRow>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <fieldset className={styles.part}>
      <legend>{say('formalise.measures')}</legend>
      {rows.map((row, index) => (
        <Row
          key={row.key}
          name={say('formalise.measure', { number: index + 1 })}
          only={rows.length === 1}
          onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
        >
          {(['what', 'baseline', 'target'] as const).map((part) => (
            <TextInput
              key={part}
              id={`${measureFields[part]}-${row.key}`}
              label={say(`formalise.measure.${part}`)}
              value={row[part]}
              error={faultAt(`${measureFields[part]}-${row.key}`)}
              onChange={(event) => change(row.key, { [part]: event.currentTarget.value })}
            />
          ))}
        </Row>
      ))}
      <AddRow label={say('formalise.addMeasure')} onAdd={() => onChange([...rows, emptyMeasure(nextKey(rows))])} />
    </fieldset>
  );
}

interface RowProps {
  readonly name: string;
  /** The last row stays. */
  readonly only: boolean;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

function Row({ name, only, onRemove, children }: RowProps) {
  const say = useMessages(agreementMessages);
  return (
    <div className={styles.row} role="group" aria-label={name}>
      {children}
      {!only && (
        <Button variant="subtle" aria-label={say('formalise.removeRow', { name })} onClick={onRemove}>
          {say('formalise.remove')}
        </Button>
      )}
    </div>
  );
}

function AddRow({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) {
  return (
    <div>
      <Button variant="outline" onClick={onAdd}>
        {label}
      </Button>
    </div>
  );
}
