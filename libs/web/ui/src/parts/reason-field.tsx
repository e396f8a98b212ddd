import { Textarea } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useMessages } from '../language/use-language.js';
import { shellMessages } from '../messages/shell-messages.js';
import styles from './reason-field.module.css';

interface ReasonFieldProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Characters that are needed, spaces at the ends not counted; 0 for a free field. */
  readonly min?: number;
  readonly max?: number;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly rows?: number;
  /** Where no reason is asked for. */
  readonly optional?: boolean;
}

/** Where a reason is written: it counts the characters against the least that the rules ask for. */
export function ReasonField(props: ReasonFieldProps) {
  const {
    label,
    value,
    onChange,
    min = 0,
    max = 4000,
    description,
    error,
    required,
    rows = 4,
    optional = false,
  } = props;
  const say = useMessages(shellMessages);
  const counter = useId();
  const given = value.trim().length;
  const left = max - value.length;
  const short = given < min;
  const state = short
    ? say('reason.counter', { given, count: min })
    : min > 0
      ? say('reason.enough', { given })
      : left < 200
        ? say('reason.left', { count: left })
        : '';
  return (
    <div>
      <Textarea
        label={
          <>
            {label}
            {optional && <span className={styles.optional}> ({say('optional')})</span>}
          </>
        }
        description={description}
        error={error}
        value={value}
        maxLength={max}
        required={required ?? min > 0}
        withAsterisk={false}
        rows={rows}
        resize="vertical"
        aria-describedby={state ? counter : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p id={counter} className={styles.counter} data-short={short}>
        {state}
      </p>
    </div>
  );
}
