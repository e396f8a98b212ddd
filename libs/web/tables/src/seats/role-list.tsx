import { type TableView } from '@tavolo/contracts';
import { PersonName, tableMessages, useLanguage, useMessages } from '@tavolo/web-ui';
import { peopleMessages } from '../messages/people-messages.js';
import { distinctNames } from './distinct-names.js';
import styles from './role-list.module.css';

interface RoleListProps {
  readonly view: Pick<TableView, 'seatsView' | 'rolesView'>;
}

/** Who guides the table. Guiding adds no vote (domain.md section 1, row 24). */
export function RoleList({ view }: RoleListProps) {
  const say = useMessages(peopleMessages);
  const sayTable = useMessages(tableMessages);
  const { language } = useLanguage();
  const names = distinctNames(view, language);
  const roles = view.rolesView;
  return (
    <section className={styles.roles}>
      <h3>{say('roles')}</h3>
      {roles.length === 0 ? (
        <p>{say('roles.none')}</p>
      ) : (
        <>
          <dl>
            {roles.map(({ role, holder }) => (
              <div key={`${role}-${holder.member}`}>
                <dt>{sayTable(`role.${role}`)}</dt>
                <dd>
                  {holder.name === null ? (
                    say('role.held')
                  ) : (
                    <PersonName member={{ ...holder, name: names.get(holder.member) ?? holder.name }} withTitle />
                  )}
                </dd>
              </div>
            ))}
          </dl>
          <p className={styles.small}>{say('roles.noVote')}</p>
        </>
      )}
    </section>
  );
}
