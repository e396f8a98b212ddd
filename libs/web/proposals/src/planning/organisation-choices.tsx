import { useFormats, useMessages } from '@tavolo/web-ui';
import { Checkbox } from '@mantine/core';
import { agreementMessages } from '../messages/agreement-messages.js';
import styles from './formalise.module.css';

export interface OrganisationChoice {
  readonly value: string;
  readonly label: string;
}

interface OrganisationChoicesProps {
  readonly label: string;
  readonly organisations: readonly OrganisationChoice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Several organisations in one role: one line says who, and opens to choose. */
export function OrganisationChoices({ label, organisations, chosen, onChange }: OrganisationChoicesProps) {
  const say = useMessages(agreementMessages);
  const write = useFormats();
  const names = organisations.filter(({ value }) => chosen.includes(value)).map((one) => one.label);
  return (
    <details className={styles.role}>
      <summary>
        <strong>{label}:</strong> {names.length > 0 ? write.list(names) : say('formalise.nobody')}
      </summary>
      <div role="group" aria-label={label} className={styles.organisations}>
        {organisations.map((one) => (
          <Checkbox
            key={one.value}
            label={one.label}
            checked={chosen.includes(one.value)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked ? [...chosen, one.value] : chosen.filter((value) => value !== one.value),
              )
            }
          />
        ))}
      </div>
    </details>
  );
}
