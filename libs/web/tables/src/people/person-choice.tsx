import { Button, NativeSelect, TextInput } from '@mantine/core';
import { identityRoutes, peopleListed, type MemberView } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { useMessages } from '@tavolo/web-ui';
import { useState, type SubmitEvent } from 'react';
import { placesMessages } from '../messages/places-messages.js';
import styles from './people.module.css';
import { type Newcomer } from './place.js';

/** So few letters would find nearly everybody. */
const leastLetters = 2;
const other = 'other';

interface PersonChoiceProps {
  /** Those of the table who can be chosen. */
  readonly candidates: readonly MemberView[];
  /** Names by member, told apart where they are the same. */
  readonly told: ReadonlyMap<string, string>;
  /** Whether she may look for others: in a private room there are only its own people to choose. */
  readonly searches: boolean;
  /** What is wrong with the choice. */
  readonly error: string | undefined;
  readonly onChange: (who: Newcomer | null) => void;
}

/** Chooses somebody of the table, or looks for anybody who has an account. */
export function PersonChoice({ candidates, told, searches, error, onChange }: PersonChoiceProps) {
  const say = useMessages(placesMessages);
  const [chosen, setChosen] = useState('');
  // Where nobody of the table can be chosen, there is nothing to choose but to search.
  const offered = chosen === other || candidates.some(({ member }) => member === chosen);
  const value = candidates.length === 0 ? other : offered ? chosen : '';
  return (
    <>
      {candidates.length > 0 && (
        <NativeSelect
          label={say('who')}
          value={value}
          error={value === other ? undefined : error}
          aria-invalid={error !== undefined && value !== other ? true : undefined}
          data={[
            { value: '', label: say('choose') },
            ...candidates.map(({ member, name }) => ({ value: member, label: told.get(member) ?? name ?? member })),
            ...(searches ? [{ value: other, label: say('who.other') }] : []),
          ]}
          onChange={({ currentTarget }) => {
            const member = currentTarget.value;
            setChosen(member);
            onChange(member === '' || member === other ? null : { member });
          }}
        />
      )}
      {value === other && !searches && <p role="status">{say('who.nobody')}</p>}
      {value === other && searches && (
        <PersonFinder error={error} onChange={(person) => onChange(person === null ? null : { person })} />
      )}
    </>
  );
}

interface PersonFinderProps {
  readonly error: string | undefined;
  readonly onChange: (person: string | null) => void;
}

/** Looks for people of the installation by name or address; administrators may. */
export function PersonFinder({ error, onChange }: PersonFinderProps) {
  const say = useMessages(placesMessages);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [short, setShort] = useState(false);
  const [person, setPerson] = useState('');
  const { data: found, error: failed } = useRead(
    identityRoutes.people,
    { query: { search: asked } },
    { enabled: asked !== '' },
  );
  const choose = (id: string): void => {
    setPerson(id);
    onChange(id === '' ? null : id);
  };
  const search = (event: SubmitEvent): void => {
    event.preventDefault();
    const wanted = text.trim();
    setShort(wanted.length < leastLetters);
    choose('');
    if (wanted.length >= leastLetters) setAsked(wanted);
  };
  const searched = found !== undefined && found.length > 0;
  const fault = short ? say('search.short') : failed ? say('search.failed') : searched ? undefined : error;
  return (
    <>
      <form className={styles.search} onSubmit={search} role="search" noValidate>
        <TextInput
          type="search"
          label={say('search')}
          autoComplete="off"
          maxLength={254}
          value={text}
          error={fault}
          aria-invalid={fault === undefined ? undefined : true}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit" variant="outline">
          {say('searchNow')}
        </Button>
      </form>
      <p role="status" className={styles.more}>
        {found && (found.length === 0 ? say('search.none') : say('search.found', { count: found.length }))}
        {found?.length === peopleListed && ` ${say('search.more', { count: peopleListed })}`}
      </p>
      {searched && (
        <NativeSelect
          label={say('found')}
          value={person}
          error={error}
          aria-invalid={error === undefined ? undefined : true}
          data={[
            { value: '', label: say('choose') },
            ...found.map(({ id, name, email }) => ({ value: id, label: email === null ? name : `${name} · ${email}` })),
          ]}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
      )}
    </>
  );
}
