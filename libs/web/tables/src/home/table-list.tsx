import { type TableSummary } from '@tavolo/contracts';
import { ModeBadge, tableMessages, useFormats, useMessages, WordsText } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { homeMessages } from '../messages/home-messages.js';
import { roomMessages } from '../messages/room-messages.js';
import styles from './home.module.css';
import { TableSign } from './table-sign.js';

/** Tables by name, with their mode, what is under way, and what the reader is there. */
export function TableList({ tables }: { readonly tables: readonly TableSummary[] }) {
  const say = useMessages(homeMessages);
  const sayRoom = useMessages(roomMessages);
  return (
    <ul className={styles.tables}>
      {tables.map(({ key, name, mode, seats, openProposals, visibility, room, me }) => (
        <li key={key} className={styles.table}>
          <TableSign seats={seats} />
          <div className={styles.tableWords}>
            <Link to={`/tables/${key}`} className={styles.tableName}>
              <WordsText words={name} marked />
            </Link>
            <p className={styles.tableFacts}>
              <ModeBadge mode={mode} />
              <span>{say('tables.seats', { count: seats })}</span>
              <span>
                {openProposals === 0 ? say('tables.open_zero') : say('tables.open', { count: openProposals })}
              </span>
              {visibility === 'members' && <span>{room ? sayRoom('short') : say('tables.members')}</span>}
            </p>
            <Standing me={me} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Standing({ me }: Pick<TableSummary, 'me'>) {
  const say = useMessages(homeMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats();
  if (me.member === null) return null;
  const roles = me.roles.map((role) => sayTable(`role.${role}`));
  const seated = me.seat !== null && say(me.asDeputy ? 'tables.as.deputy' : 'tables.as.seat');
  const guiding = roles.length > 0 && say('tables.roles', { roles: write.list(roles) });
  const sentences = [seated, guiding].filter((sentence) => sentence !== false);
  return <p className={styles.standing}>{sentences.length > 0 ? sentences.join(' · ') : say('tables.as.member')}</p>;
}
