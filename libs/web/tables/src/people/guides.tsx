import { type TableView } from '@tavolo/contracts';
import { PersonName, tableMessages, useLanguage, useMessages } from '@tavolo/web-ui';
import { peopleMessages } from '../messages/people-messages.js';
import { distinctNames } from '../seats/distinct-names.js';
import { EndPlace } from './end-place.js';
import { GivePlace } from './give-place.js';
import styles from './people.module.css';

interface GuidesProps {
  readonly view: TableView;
  readonly onDone: (said: string) => void;
}

/** Who guides the table, and for those who may: giving and ending roles. Guiding adds no vote (domain.md section 1, row 24). */
export function Guides({ view, onDone }: GuidesProps) {
  const say = useMessages(peopleMessages);
  const sayTable = useMessages(tableMessages);
  const { language } = useLanguage();
  const told = distinctNames(view, language);
  const roles = view.rolesView;
  return (
    <section className={styles.guides}>
      <h2>{say('roles')}</h2>
      {roles.length === 0 ? (
        <p>{say('roles.none')}</p>
      ) : (
        <>
          <dl>
            {roles.map(({ role, holder }) => {
              const name = told.get(holder.member) ?? holder.name;
              return (
                <div key={`${role}-${holder.member}`}>
                  <dt>{sayTable(`role.${role}`)}</dt>
                  {name === null ? (
                    <dd>{say('role.held')}</dd>
                  ) : (
                    <dd>
                      <PersonName member={{ ...holder, name }} withTitle />
                      <EndPlace
                        view={view}
                        place={{ kind: 'role', role, member: holder }}
                        name={name}
                        onDone={onDone}
                      />
                    </dd>
                  )}
                </div>
              );
            })}
          </dl>
          <p className={styles.more}>{say('roles.noVote')}</p>
        </>
      )}
      <GivePlace view={view} gift={{ kind: 'role' }} told={told} onDone={onDone} />
    </section>
  );
}
