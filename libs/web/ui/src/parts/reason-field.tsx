import { Input, VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
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
  /** What is wrong with it: read out with the field, which is then marked as invalid. */
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly rows?: number;
  /** Where no reason is asked for. */
  readonly optional?: boolean;
}

/** How long nobody types before the count is read out, in milliseconds. */
const pause = 1000;

/** Where a reason is written: it says from the start how much the rules ask for, and counts what is written against it. */
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
  const field = useId();
  const state = useCount(value.trim().length, max - value.length, min);
  const described = [
    description && `${field}-description`,
    error && error !== true && `${field}-error`,
    state && `${field}-count`,
  ].filter(Boolean);
  return (
    <div>
      <Input.Wrapper
        id={field}
        label={
          <>
            {label}
            {optional && <span className={styles.optional}> ({say('optional')})</span>}
          </>
        }
        description={description}
        error={error}
        withAsterisk={false}
      >
        {/* Mantine's own text area takes no further description than its own, and the count is one. */}
        <textarea
          id={field}
          className={styles.text}
          value={value}
          maxLength={max}
          required={required ?? min > 0}
          rows={rows}
          aria-invalid={Boolean(error)}
          aria-describedby={described.length > 0 ? described.join(' ') : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </Input.Wrapper>
      <p id={`${field}-count`} className={styles.counter} data-short={value.trim().length < min}>
        {state}
      </p>
      <SaidAfterPause sentence={state} />
    </div>
  );
}

/** The sentence under the field: what is needed, how far the writer is, or how much room is left. */
function useCount(given: number, left: number, min: number): string {
  const say = useMessages(shellMessages);
  if (given === 0 && min > 0) return say('reason.least', { count: min });
  if (given < min) return say('reason.counter', { given, min });
  if (left < 200) return say('reason.left', { count: left });
  // Where any word is enough, there is nothing to count.
  return min > 1 ? say('reason.enough', { given }) : '';
}

/** Reads the count out when the writer pauses: at each key it would drown her own words. Inside a dialog the region of the page is silent, so it has its own. */
function SaidAfterPause({ sentence }: { readonly sentence: string }) {
  const first = useRef(sentence);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (sentence === first.current) return;
    const timer = setTimeout(() => setSaid(sentence), pause);
    return () => clearTimeout(timer);
  }, [sentence]);
  return <VisuallyHidden aria-live="polite">{said}</VisuallyHidden>;
}
