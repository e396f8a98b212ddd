import { Button, Select, TextInput } from '@mantine/core';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Popover.css';
import { type ActName } from '@tavolo/contracts';
import { actMessages, useLanguage, useMessages } from '@tavolo/web-ui';
import { useState, type ChangeEvent, type SyntheticEvent } from 'react';
import { logMessages } from '../messages/log-messages.js';
import { groupedActs } from './act-groups.js';
import styles from './filters.module.css';
import { useFilters } from './use-filters.js';

interface FilterFormProps {
  readonly acts: readonly ActName[];
  readonly log: 'table' | 'system';
  /** Who the filter by actor means, in words. */
  readonly actor?: string | undefined;
}

/** Finds entries by what happened, what it is about, and when. */
export function FilterForm(props: FilterFormProps) {
  const { filters } = useFilters();
  // A view that was opened by its address, or cleared, fills the fields anew.
  return <Fields key={JSON.stringify(filters)} {...props} />;
}

function Fields({ acts, log, actor }: FilterFormProps) {
  const say = useMessages(logMessages);
  const sayAct = useMessages(actMessages);
  const { language } = useLanguage();
  const { filters, filter } = useFilters();
  const [form, setForm] = useState({ act: '', subject: '', actor: '', from: '', to: '', ...filters });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    filter({ ...form, subject: asSaid(form.subject.trim()) });
  };
  const field = (name: 'subject' | 'from' | 'to') => ({
    label: say(`filter.${name}`),
    value: form[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => setForm({ ...form, [name]: event.currentTarget.value }),
  });
  const options = groupedActs(acts, log).map(([group, those]) => ({
    group: say(`group.${group}`),
    items: those
      .map((act) => ({ value: act, label: sayAct(act) }))
      .sort((one, other) => one.label.localeCompare(other.label, language)),
  }));
  return (
    <search data-print="no">
      <form className={styles.filters} onSubmit={submit} aria-label={say('filter.title')}>
        <div className={styles.act}>
          <Select
            label={say('filter.act')}
            description={say('filter.actHint')}
            placeholder={say('filter.allActs')}
            nothingFoundMessage={say('filter.noAct')}
            value={form.act === '' ? null : form.act}
            data={options}
            searchable
            selectFirstOptionOnChange
            clearable
            comboboxProps={{ withinPortal: false }}
            clearButtonProps={{ 'aria-label': say('filter.allActs') }}
            onChange={(act) => setForm({ ...form, act: act ?? '' })}
          />
        </div>
        <TextInput {...field('subject')} maxLength={64} pattern="[A-Za-z0-9_\-]*" title={say('filter.subjectHint')} />
        <TextInput {...field('from')} type="date" max={form.to === '' ? undefined : form.to} />
        <TextInput {...field('to')} type="date" min={form.from === '' ? undefined : form.from} />
        <div className={styles.buttons}>
          <Button type="submit">{say('filter.apply')}</Button>
          {Object.keys(filters).length > 0 && (
            <Button variant="subtle" onClick={() => filter({})}>
              {say('filter.clear')}
            </Button>
          )}
        </div>
        {filters.actor !== undefined && (
          <p className={styles.actor}>{say('filter.actor', { name: actor ?? filters.actor })}</p>
        )}
      </form>
    </search>
  );
}

/** Keys that people say aloud are written in capitals, however they were typed; ids are taken as they are. */
const asSaid = (subject: string): string =>
  /^[a-z]{1,3}-[a-z0-9]+$/iu.test(subject) ? subject.toUpperCase() : subject;
