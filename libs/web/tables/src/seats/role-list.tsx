import { type TableView } from '@tavolo/contracts';
import { PersonName, tableMessages, useMessages } from '@tavolo/web-ui';
import { peopleMessages } from '../messages/people-messages.js';
import styles from './role-list.module.css';

/** Who guides the table. Guiding adds no vote (domain.md section 1, row 24). */
export function RoleList({ roles }: { readonly roles: TableView['rolesView'] }) {
  const say = useMessages(peopleMessages);
  const sayTable = useMessages(tableMessages);
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
                {/* Where names are hidden the role itself says who it is. */}
                {holder.name !== null && (
                  <dd>
                    <PersonName member={holder} withTitle />
                  </dd>
                )}
              </div>
            ))}
          </dl>
          <p className={styles.small}>{say('roles.noVote')}</p>
        </>
      )}
    </section>
  );
}
