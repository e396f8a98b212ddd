import { problemMessages, useMessages } from '@tavolo/web-ui';
import { useEffect, useRef, useState, type InputEvent, type RefObject, type SubmitEvent } from 'react';
import { flawed, refusedFields, type FieldKinds } from './field-flaws.js';
import { formMessages } from './form-messages.js';

interface CheckedFormOptions<Field extends string> {
  readonly fields: FieldKinds<Field>;
  readonly values: Readonly<Record<NoInfer<Field>, string>>;
  /** What the last sending threw; `null` when there is nothing. */
  readonly error: unknown;
  /** Refusals that are about one field. */
  readonly refusals?: Readonly<Partial<Record<string, NoInfer<Field>>>>;
  readonly send: () => void;
}

/** For a field: its name in the form, and what is wrong with it, in the reader's language. */
export interface FieldState {
  readonly name: string;
  readonly error: string | undefined;
  /** Not every field of Mantine says it by itself. */
  readonly 'aria-invalid': true | undefined;
}

interface CheckedForm<Field extends string> {
  /** For the `form` element. */
  readonly form: {
    readonly ref: RefObject<HTMLFormElement | null>;
    readonly noValidate: true;
    readonly onSubmit: (event: SubmitEvent) => void;
    readonly onInput: (event: InputEvent<HTMLFormElement>) => void;
  };
  /** For the field of this name. */
  readonly at: (field: Field) => FieldState;
  /** What was thrown and is about no single field. */
  readonly problem: unknown;
}

/**
 * A form that says at each field what is wrong there, before sending and after a refusal, and puts the focus on the first such field.
 * What was typed stays; a field that is being mended no longer complains.
 */
export function useCheckedForm<Field extends string>(options: CheckedFormOptions<Field>): CheckedForm<Field> {
  const { fields, values, error, refusals = {}, send } = options;
  const say = useMessages(formMessages);
  const sayProblem = useMessages(problemMessages);
  const ref = useRef<HTMLFormElement>(null);
  const [flaws, setFlaws] = useState<ReadonlySet<Field>>(new Set());
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  const [tries, setTries] = useState(0);
  const refused = refusedFields(error, fields, refusals);

  useEffect(() => {
    if (tries > 0) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries, error]);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = flawed(fields, values);
    setFlaws(found);
    setMended(new Set());
    setTries(tries + 1);
    if (found.size === 0) send();
  };
  const input = ({ target }: InputEvent<HTMLFormElement>): void => {
    if ('name' in target && typeof target.name === 'string') setMended(new Set([...mended, target.name]));
  };
  const flawOf = (field: Field): string | undefined => {
    if (mended.has(field)) return undefined;
    const because = refused.find((one) => one.field === field)?.because;
    if (flaws.has(field) || because === 'shape') {
      if (fields[field] === 'newPassword' && values[field] === '') return say('flaw.noPassword');
      return say(`flaw.${fields[field]}`, { count: values[field].length });
    }
    if (because === undefined) return undefined;
    const code = because as 'account.exists';
    return `${sayProblem(`${code}.title`)}. ${sayProblem(`${code}.detail`)}`;
  };
  return {
    form: { ref, noValidate: true, onSubmit: submit, onInput: input },
    at: (field) => {
      const flaw = flawOf(field);
      return { name: field, error: flaw, 'aria-invalid': flaw === undefined ? undefined : true };
    },
    problem: refused.length > 0 ? null : error,
  };
}
