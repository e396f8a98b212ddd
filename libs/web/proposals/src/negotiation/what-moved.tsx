import { type Negotiation } from '@tavolo/governance';
import { tableMessages, useMessages } from '@tavolo/web-ui';
import { negotiationMessages } from '../messages/negotiation-messages.js';
import styles from './negotiation.module.css';
import { type NegotiatedClause } from './use-negotiated-clauses.js';

interface WhatMovedProps {
  readonly negotiation: Negotiation;
  readonly clauses: readonly NegotiatedClause[];
}

/** What moved since the last round, line by line: stands first, then the words. */
export function WhatMoved({ negotiation, clauses }: WhatMovedProps) {
  const say = useMessages(negotiationMessages);
  const sayTable = useMessages(tableMessages);
  const { round, moved, removed } = negotiation;
  if (round === 1) return <p className={styles.soft}>{say('moved.first')}</p>;
  if (!moved) return <p>{say('moved.nothing', { n: round - 1 })}</p>;
  const numberOf = (id: string): number => clauses.find((clause) => clause.id === id)?.number ?? 0;
  const stands = negotiation.clauses.flatMap(({ clause, parties }) =>
    parties.flatMap(({ party, now, before, movement }) =>
      movement === null || now === null
        ? []
        : say(`moved.line.${movement}`, {
            number: numberOf(clause),
            party: sayTable(`sector.${party}`),
            before: before ? sayTable(`stand.${before.stand}`) : '',
            now: sayTable(`stand.${now.stand}`),
          }),
    ),
  );
  const words = negotiation.clauses.flatMap(({ clause, words: what }) =>
    what === null ? [] : say(`moved.line.${what}`, { number: numberOf(clause) }),
  );
  const gone = removed.length > 0 ? [say('moved.line.removed', { count: removed.length })] : [];
  return (
    <div className={styles.moved}>
      <h3>{say('moved', { n: round - 1 })}</h3>
      <ul>
        {[...stands, ...words, ...gone].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
