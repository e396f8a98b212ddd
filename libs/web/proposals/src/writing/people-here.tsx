import { type DocumentWriter } from '@tavolo/contracts';
import { type CollaborationProvider } from '@tavolo/collaboration/provider';
import { SectorShape, useMessages } from '@tavolo/web-ui';
import { sectors, type Sector } from '@tavolo/governance';
import { useEffect, useState } from 'react';
import { writingMessages } from '../messages/writing-messages.js';
import styles from './writing.module.css';

/** Who has the text open, by name and sector. */
export function PeopleHere({
  provider,
  me,
}: {
  readonly provider: CollaborationProvider;
  readonly me: DocumentWriter | null;
}) {
  const say = useMessages(writingMessages);
  const [here, setHere] = useState<readonly DocumentWriter[]>([]);
  useEffect(() => {
    const { awareness } = provider;
    const read = (): void => setHere(writersIn(awareness.getStates()));
    read();
    awareness.on('change', read);
    return () => awareness.off('change', read);
  }, [provider]);
  const others = here.filter(({ member }) => member !== me?.member);
  const all = me ? [me, ...others] : others;
  return (
    <div className={styles.people}>
      <span>{say('here', { count: all.length })}:</span>
      <ul>
        {all.map(({ member, name, sector, color }) => (
          <li key={member}>
            <span className={styles.person} style={{ borderColor: color }}>
              {isSector(sector) && <SectorShape sector={sector} />}
              {member === me?.member ? say('here.you', { name }) : name}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const isSector = (value: string | null): value is Sector => sectors.includes(value as Sector);

/** Everybody once, however many tabs she has open. */
function writersIn(states: ReadonlyMap<number, Readonly<Record<string, unknown>>>): DocumentWriter[] {
  const writers = new Map<string, DocumentWriter>();
  for (const { user } of states.values()) {
    const writer = user as DocumentWriter | undefined;
    if (writer && typeof writer.member === 'string') writers.set(writer.member, writer);
  }
  return [...writers.values()];
}
