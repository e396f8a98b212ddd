import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ActName } from '@tavolo/contracts';
import { actMessages, useMessages } from '@tavolo/web-ui';
import { useState, type FormEvent } from 'react';
import { logMessages } from './log-messages.js';
import styles from './log.module.css';
import { useFilters } from './use-filters.js';

/** Finds entries by what happened, what it is about, and when. */
export function Filters({ acts }: { readonly acts: readonly ActName[] }) {
  const { filters } = useFilters();
  // A view that was opened by its address, or cleared, fills the fields anew.
  return <Fields key={JSON.stringify(filters)} acts={acts} />;
}

function Fields({ acts }: { readonly acts: readonly ActName[] }) {
  const say = useMessages(logMessages);
  const sayAct = useMessages(actMessages);
  const { filters, setFilters } = useFilters();
  const [form, setForm] = useState({ act: '', subject: '', from: '', to: '', ...filters });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setFilters({ ...form, subject: form.subject.trim() });
  };
  const text = (name: 'subject' | 'from' | 'to') => ({
    label: say(`filter.${name}`),
    value: form[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setForm({ ...form, [name]: event.currentTarget.value }),
  });
  const options = acts
    .map((act) => ({ value: act as string, label: sayAct(act) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (
    <search data-print="no">
      <form className={styles.filters} onSubmit={submit} aria-label={say('filter.title')}>
        <NativeSelect
          label={say('filter.act')}
          value={form.act}
          data={[{ value: '', label: say('filter.allActs') }, ...options]}
          onChange={(event) => setForm({ ...form, act: event.currentTarget.value })}
        />
        <TextInput {...text('subject')} maxLength={64} pattern="[A-Za-z0-9_\-]*" />
        <TextInput {...text('from')} type="date" />
        <TextInput {...text('to')} type="date" />
        <div className={styles.buttons}>
          <Button type="submit">{say('filter.apply')}</Button>
          {Object.keys(filters).length > 0 && (
            <Button variant="subtle" onClick={() => setFilters({})}>
              {say('filter.clear')}
            </Button>
          )}
        </div>
      </form>
    </search>
  );
}
