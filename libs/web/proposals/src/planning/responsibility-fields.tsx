import { useMessages } from '@tavolo/web-ui';
import { Checkbox, NativeSelect } from '@mantine/core';
import { planningMessages } from '../messages/planning-messages.js';
import { writingMessages } from '../messages/writing-messages.js';
import { type ResponsibilityRow } from './agreement-draft.js';
import styles from './planning.module.css';

export interface OrganisationChoice {
  readonly value: string;
  readonly label: string;
}

interface ResponsibilityFieldsProps {
  readonly row: ResponsibilityRow;
  readonly number: number;
  readonly organisations: readonly OrganisationChoice[];
  readonly missing: boolean;
  readonly onChange: (row: ResponsibilityRow) => void;
}

/** Who does, who answers, who is consulted, who is informed, for one clause. */
export function ResponsibilityFields({ row, number, organisations, missing, onChange }: ResponsibilityFieldsProps) {
  const say = useMessages(planningMessages);
  const sayText = useMessages(writingMessages);
  return (
    <fieldset className={styles.clause} data-missing={missing} id={`responsibility-${row.clause}`}>
      <legend>{sayText('clause', { number })}</legend>
      <NativeSelect
        label={say('formalise.answers')}
        value={row.answers ?? ''}
        error={missing ? say('formalise.missingClause', { number }) : undefined}
        onChange={(event) => onChange({ ...row, answers: event.currentTarget.value || null })}
        data={[{ value: '', label: say('formalise.nobody') }, ...organisations]}
      />
      {(['does', 'consulted', 'informed'] as const).map((part) => (
        <Checkbox.Group
          key={part}
          label={say(`formalise.${part}`)}
          value={[...row[part]]}
          onChange={(chosen) => onChange({ ...row, [part]: chosen })}
        >
          <div className={styles.organisations}>
            {organisations.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </div>
        </Checkbox.Group>
      ))}
    </fieldset>
  );
}
