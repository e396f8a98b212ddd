import { type DocumentWriter } from '@tavolo/contracts';
import { type CollaborationProvider, visitorMember } from '@tavolo/collaboration/provider';
import { SectorShape, useMessages } from '@tavolo/web-ui';
import { sectors, type Sector } from '@tavolo/governance';
import { useEffect, useState } from 'react';
import { writingMessages } from '../messages/writing-messages.js';
import styles from './writing.module.css';

interface Here {
  /** Members of the table, each once, however many tabs she has open. */
  readonly writers: readonly DocumentWriter[];
  /** Those who read along without a place at the table. */
  readonly visitors: number;
}

/** Who has the text open: members by name and sector, visitors by their number. */
export function PeopleHere({
  provider,
  me,
}: {
  readonly provider: CollaborationProvider;
  readonly me: DocumentWriter | null;
}) {
  const say = useMessages(writingMessages);
  const [{ writers, visitors }, setHere] = useState<Here>({ writers: [], visitors: 0 });
  useEffect(() => {
    const { awareness } = provider;
    const read = (): void => setHere(hereIn(awareness.getStates()));
    read();
    awareness.on('change', read);
    return () => awareness.off('change', read);
  }, [provider]);
  const others = writers.filter(({ member }) => member !== me?.member);
  const all = me && me.member !== visitorMember ? [me, ...others] : others;
  // While the text is being opened nobody is known to be here yet, the reader included.
  if (all.length === 0 && visitors === 0) return null;
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
      {visitors > 0 && <span>{say('visitors', { count: visitors })}</span>}
    </div>
  );
}

const isSector = (value: string | null): value is Sector => sectors.includes(value as Sector);

function hereIn(states: ReadonlyMap<number, Readonly<Record<string, unknown>>>): Here {
  const writers = new Map<string, DocumentWriter>();
  let visitors = 0;
  for (const { user } of states.values()) {
    const writer = user as DocumentWriter | undefined;
    if (writer?.member === visitorMember) visitors++;
    else if (writer && typeof writer.member === 'string') writers.set(writer.member, writer);
  }
  return { writers: [...writers.values()], visitors };
}
