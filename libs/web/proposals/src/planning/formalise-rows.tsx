import { useMessages } from '@tavolo/web-ui';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { planningMessages } from '../messages/planning-messages.js';
import { emptyCommitment, emptyMeasure, nextKey, type CommitmentRow, type MeasureRow } from './agreement-draft.js';
import styles from './planning.module.css';
import { type OrganisationChoice } from './responsibility-fields.js';

interface CommitmentRowsProps {
  readonly rows: readonly CommitmentRow[];
  readonly organisations: readonly OrganisationChoice[];
  readonly onChange: (rows: readonly CommitmentRow[]) => void;
}

/** Commitments: holder, what, date, proof. */
export function CommitmentRows({ rows, organisations, onChange }: CommitmentRowsProps) {
  const say = useMessages(planningMessages);
  const change = (key: number, part: Partial<CommitmentRow>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <fieldset className={styles.clause}>
      <legend>{say('formalise.commitments')}</legend>
      {rows.map((row) => (
        <div key={row.key} className={styles.row}>
          <NativeSelect
            label={say('formalise.commitment.holder')}
            value={row.holder ?? ''}
            onChange={(event) => change(row.key, { holder: event.currentTarget.value || null })}
            data={[{ value: '', label: say('formalise.nobody') }, ...organisations]}
          />
          <TextInput
            label={say('formalise.commitment.what')}
            value={row.what}
            onChange={(event) => change(row.key, { what: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={say('formalise.commitment.dueOn')}
            value={row.dueOn}
            onChange={(event) => change(row.key, { dueOn: event.currentTarget.value })}
          />
          <TextInput
            label={say('formalise.commitment.proof')}
            value={row.proof}
            onChange={(event) => change(row.key, { proof: event.currentTarget.value })}
          />
          <RemoveRow
            disabled={rows.length === 1}
            onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
          />
        </div>
      ))}
      <AddRow onAdd={() => onChange([...rows, emptyCommitment(nextKey(rows))])} />
    </fieldset>
  );
}

interface MeasureRowsProps {
  readonly rows: readonly MeasureRow[];
  readonly onChange: (rows: readonly MeasureRow[]) => void;
}

/** Measures: what, baseline, target. */
export function MeasureRows({ rows, onChange }: MeasureRowsProps) {
  const say = useMessages(planningMessages);
  const change = (key: number, part: Partial<MeasureRow>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <fieldset className={styles.clause}>
      <legend>{say('formalise.measures')}</legend>
      {rows.map((row) => (
        <div key={row.key} className={styles.row}>
          {(['what', 'baseline', 'target'] as const).map((part) => (
            <TextInput
              key={part}
              label={say(`formalise.measure.${part}`)}
              value={row[part]}
              onChange={(event) => change(row.key, { [part]: event.currentTarget.value })}
            />
          ))}
          <RemoveRow
            disabled={rows.length === 1}
            onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
          />
        </div>
      ))}
      <AddRow onAdd={() => onChange([...rows, emptyMeasure(nextKey(rows))])} />
    </fieldset>
  );
}

function AddRow({ onAdd }: { readonly onAdd: () => void }) {
  const say = useMessages(planningMessages);
  return (
    <div>
      <Button variant="outline" onClick={onAdd}>
        {say('formalise.add')}
      </Button>
    </div>
  );
}

function RemoveRow({ disabled, onRemove }: { readonly disabled: boolean; readonly onRemove: () => void }) {
  const say = useMessages(planningMessages);
  return (
    <div>
      <Button variant="subtle" disabled={disabled} onClick={onRemove}>
        {say('formalise.remove')}
      </Button>
    </div>
  );
}
