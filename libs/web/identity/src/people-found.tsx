import { Button } from '@mantine/core';
import { type PersonView } from '@tavolo/contracts';
import { DataTable, useMessages, useWords } from '@tavolo/web-ui';
import { erasureMessages } from './erasure-messages.js';
import styles from './form.module.css';

interface PeopleFoundProps {
  readonly people: readonly PersonView[];
  /** Whoever looks: nobody erases herself. */
  readonly reader: string;
  readonly onErase: (person: PersonView) => void;
}

/** People found, with their address and their tables, by which those of one name are told apart. */
export function PeopleFound({ people, reader, onErase }: PeopleFoundProps) {
  const say = useMessages(erasureMessages);
  const words = useWords();
  return (
    <DataTable
      caption={say('people')}
      quiet
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          heading: say('person'),
          names: true,
          cell: ({ name, email }) => (
            <>
              <strong>{name}</strong>
              {email !== null && (
                <>
                  <br />
                  <span className={styles.soft}>{email}</span>
                </>
              )}
            </>
          ),
        },
        {
          key: 'tables',
          heading: say('tables'),
          cell: ({ tables }) => tables.map(({ name }) => words(name)).join(', ') || say('noTable'),
        },
        {
          key: 'actions',
          heading: say('actions'),
          cell: (person) =>
            person.id === reader ? (
              say('yourself')
            ) : (
              <Button
                variant="outline"
                size="sm"
                aria-label={say('eraseOf', { name: person.name })}
                onClick={() => onErase(person)}
              >
                {say('erase')}
              </Button>
            ),
        },
      ]}
    />
  );
}
