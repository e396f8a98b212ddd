import { Button, TextInput } from '@mantine/core';
import { identityRoutes, peopleListed, type PersonView } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { ErrorState, Loading, Notice, Section, useMessages } from '@tavolo/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { EraseForm } from './erase-form.js';
import { erasureMessages } from './erasure-messages.js';
import styles from './form.module.css';
import { PeopleFound } from './people-found.js';

/** So few letters would find nearly everybody. */
const leastLetters = 2;

/** Administrators look for a person, and can erase her name. */
export function PeopleSearch({ reader }: { readonly reader: string }) {
  const say = useMessages(erasureMessages);
  const cache = useQueryClient();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [short, setShort] = useState(false);
  const [erasing, setErasing] = useState<PersonView | null>(null);
  const [erased, setErased] = useState(false);
  const { data, error, refetch } = useRead(
    identityRoutes.people,
    { query: { search: asked } },
    { enabled: asked !== '' },
  );

  const search = (event: SubmitEvent): void => {
    event.preventDefault();
    const wanted = text.trim();
    setShort(wanted.length < leastLetters);
    if (wanted.length < leastLetters) return;
    setErased(false);
    setErasing(null);
    setAsked(wanted);
    if (wanted === asked) void refetch();
  };
  const done = (): void => {
    setErasing(null);
    setErased(true);
    // What was searched for may be the name itself.
    setText('');
    setAsked('');
    cache.removeQueries({ queryKey: [identityRoutes.people.path] });
    // Any page may have shown the name.
    void cache.invalidateQueries();
  };

  return (
    <Section title={say('title')}>
      <p>{say('lead')}</p>
      <form className={styles.form} onSubmit={search} role="search" noValidate>
        <TextInput
          type="search"
          label={say('search')}
          autoComplete="off"
          maxLength={254}
          value={text}
          error={short ? say('searchFirst') : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="outline">
          {say('submit')}
        </Button>
      </form>
      {erased && (
        <Notice tone="good" title={say('done')} role="status">
          <p>{say('doneDetail')}</p>
        </Notice>
      )}
      {asked !== '' && !data && (error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />)}
      {asked !== '' && data && (
        <>
          <p role="status" className={styles.soft}>
            {data.length === 0 && say('none')}
            {data.length > 0 && data.length < peopleListed && say('found', { count: data.length })}
            {data.length >= peopleListed && say('more', { count: peopleListed })}
          </p>
          {data.length > 0 && <PeopleFound people={data} reader={reader} onErase={setErasing} />}
        </>
      )}
      {erasing && <EraseForm key={erasing.id} person={erasing} onDone={done} onCancel={() => setErasing(null)} />}
    </Section>
  );
}
