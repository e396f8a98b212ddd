import { type DemoPerson } from '@tavolo/contracts';
import { tableRoles } from '@tavolo/governance';
import { SectorShape, tableMessages, useMessages, WordsText } from '@tavolo/web-ui';
import styles from './demo-sign-in.module.css';
import { identityMessages } from './identity-messages.js';

interface DemoPersonCardProps {
  readonly person: DemoPerson;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}

/** One person of the demonstration: who she is and where she sits. The whole card signs in. */
export function DemoPersonCard({ person, disabled, onChoose }: DemoPersonCardProps) {
  const say = useMessages(identityMessages);
  const sayAs = useAs();
  return (
    <button type="button" className={styles.card} disabled={disabled} onClick={onChoose}>
      <SectorShape sector={person.sector} size={22} />
      <span className={styles.who}>
        <span className={styles.name}>{person.name}</span>
        <span className={styles.title}>
          <WordsText words={person.title} />
          {person.organisation && (
            <>
              , <WordsText words={person.organisation} />
            </>
          )}
        </span>
        <span className={styles.tables}>
          {person.tables.length === 0 && say('demo.noTable')}
          {person.tables.map(({ key, as }) => (
            <span key={`${key} ${as}`} className={styles.table}>
              {key} <span>{sayAs(as)}</span>
            </span>
          ))}
        </span>
      </span>
    </button>
  );
}

/** A seat, a deputy or a role, as the list names it. */
function useAs(): (as: string) => string {
  const say = useMessages(identityMessages);
  const sayTable = useMessages(tableMessages);
  return (as) => {
    const role = tableRoles.find((one) => one === as);
    if (role) return sayTable(`role.${role}`).toLowerCase();
    return say(as === 'deputy' ? 'as.deputy' : 'as.holder');
  };
}
