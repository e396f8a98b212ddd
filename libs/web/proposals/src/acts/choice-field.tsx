import { Radio, Stack } from '@mantine/core';
import { useId } from 'react';
import styles from './choice-field.module.css';

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  /** What is chosen; empty before anything is. */
  readonly value: Value | '';
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** What is wrong, read out with the group, which is then marked as invalid. */
  readonly error?: string | null;
  readonly onChange: (value: Value) => void;
}

/** One of a few choices, all of them in sight. */
export function ChoiceField<Value extends string>({
  label,
  value,
  options,
  error = null,
  onChange,
}: ChoiceFieldProps<Value>) {
  const id = useId();
  return (
    <div
      role="radiogroup"
      className={styles.field}
      aria-labelledby={`${id}-label`}
      aria-describedby={error === null ? undefined : `${id}-error`}
      aria-invalid={error !== null}
    >
      <p id={`${id}-label`} className={styles.label}>
        {label}
      </p>
      {error !== null && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      <Stack gap="xs">
        {options.map((option) => (
          <Radio
            key={option.value}
            name={id}
            value={option.value}
            label={option.label}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
        ))}
      </Stack>
    </div>
  );
}
