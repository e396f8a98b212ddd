import { Button, NativeSelect, TextInput } from '@mantine/core';
import { identityRoutes, type DemoPerson } from '@tavolo/contracts';
import { usePerform, useRead, useSessionChange } from '@tavolo/web-data';
import { EmptyState, ErrorState, Loading, ProblemMessage, tableMessages, useMessages, useWords } from '@tavolo/web-ui';
import { useDeferredValue, useMemo, useState } from 'react';
import { DemoPersonCard } from './demo-person-card.js';
import { demoGroups, fits, groupOf, type DemoGroup, type PeopleSearch } from './demo-search.js';
import styles from './demo-sign-in.module.css';
import { identityMessages } from './identity-messages.js';

const everybody: PeopleSearch = { text: '', table: '', group: '' };

/** The people of the demonstration, to be found by name, organisation, table and sector; one press signs in. */
export function DemoSignIn() {
  const { data, error, refetch } = useRead(identityRoutes.demoPeople);
  const say = useMessages(identityMessages);
  const changeSession = useSessionChange();
  const opening = usePerform(identityRoutes.demoSession, { onDone: (session) => void changeSession(session) });
  const [search, setSearch] = useState(everybody);
  const asked = useDeferredValue(search);
  const found = useMemo(() => (data ?? []).filter((person) => fits(person, asked)), [data, asked]);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <p>{say('demo.lead')}</p>
      <Search people={data} search={search} onChange={setSearch} />
      {opening.error !== null && <ProblemMessage error={opening.error} />}
      <p role="status" className={styles.found}>
        {say('demo.found', { count: found.length })}
      </p>
      {found.length === 0 && (
        <EmptyState
          title={say('demo.none')}
          action={
            <Button variant="outline" onClick={() => setSearch(everybody)}>
              {say('demo.clear')}
            </Button>
          }
        />
      )}
      {demoGroups.map((group) => (
        <Group
          key={group}
          group={group}
          people={found.filter((person) => groupOf(person) === group)}
          busy={opening.busy}
          onChoose={(key) => void opening.perform({ body: { person: key } })}
        />
      ))}
    </>
  );
}

interface GroupProps {
  readonly group: DemoGroup;
  readonly people: readonly DemoPerson[];
  readonly busy: boolean;
  readonly onChoose: (key: string) => void;
}

function Group({ group, people, busy, onChoose }: GroupProps) {
  const heading = useHeading();
  if (people.length === 0) return null;
  return (
    <section className={styles.group}>
      <h2>{heading(group)}</h2>
      <ul>
        {people.map((person) => (
          <li key={person.key}>
            <DemoPersonCard person={person} disabled={busy} onChoose={() => onChoose(person.key)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a group of people is called. */
function useHeading(): (group: DemoGroup) => string {
  const say = useMessages(identityMessages);
  const sayTable = useMessages(tableMessages);
  return (group) => (group === 'none' ? say('demo.withoutPlace') : sayTable(`sector.${group}`));
}

interface SearchProps {
  readonly people: readonly DemoPerson[];
  readonly search: PeopleSearch;
  readonly onChange: (search: PeopleSearch) => void;
}

function Search({ people, search, onChange }: SearchProps) {
  const say = useMessages(identityMessages);
  const heading = useHeading();
  const words = useWords();
  const tables = new Map(people.flatMap((person) => person.tables.map((table) => [table.key, table.name])));
  return (
    <search className={styles.search}>
      <TextInput
        label={say('demo.search')}
        type="search"
        value={search.text}
        onChange={(event) => onChange({ ...search, text: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('demo.table')}
        value={search.table}
        data={[
          { value: '', label: say('demo.allTables') },
          ...[...tables].map(([key, name]) => ({ value: key, label: words(name) })),
        ]}
        onChange={(event) => onChange({ ...search, table: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('demo.sector')}
        value={search.group}
        data={[
          { value: '', label: say('demo.allSectors') },
          ...demoGroups.map((group) => ({ value: group, label: heading(group) })),
        ]}
        onChange={(event) => onChange({ ...search, group: event.currentTarget.value })}
      />
    </search>
  );
}
