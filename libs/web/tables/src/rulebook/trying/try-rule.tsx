import { type TableView } from '@tavolo/contracts';
import { type PlanningRulebook, type VotingGame } from '@tavolo/governance';
import { seatId } from '@tavolo/kernel';
import { useMessages } from '@tavolo/web-ui';
import { useMemo } from 'react';
import { tryingMessages } from '../../messages/trying-messages.js';
import { bySector } from '../../seats/by-sector.js';
import { type countPower } from './count-power.js';
import { Power } from './power.js';
import { allYes } from './supposed.js';
import styles from './trying.module.css';
import { WhatIf } from './what-if.js';

interface TryRuleProps {
  readonly rulebook: PlanningRulebook;
  readonly seats: TableView['seatsView'];
  readonly count?: typeof countPower;
}

/** A rule can be tried before it is trusted: what would come out, and how much each seat weighs. */
export function TryRule({ rulebook, seats, ...counting }: TryRuleProps) {
  const say = useMessages(tryingMessages);
  const start = useMemo(() => allYes(bySector(seats)), [seats]);
  const game = useMemo<VotingGame>(
    () => ({
      seats: seats
        .filter(({ right, holder }) => right === 'vote' && holder !== null)
        .map(({ id, sector }) => ({ seat: seatId(id), sector, weight: 1 })),
      threshold: rulebook.decision.threshold,
      concurrence: rulebook.decision.concurrence,
    }),
    [rulebook, seats],
  );
  return (
    <section className={styles.trying} data-print="no" aria-labelledby="try-rule">
      <h2 id="try-rule">{say('title')}</h2>
      {start.length === 0 ? (
        <p>{say('noSeats')}</p>
      ) : (
        <>
          <p>{say('lead')}</p>
          <WhatIf rulebook={rulebook} start={start} />
          <h3>{say('power.title')}</h3>
          <p>{say('power.lead')}</p>
          <Power game={game} {...counting} />
        </>
      )}
    </section>
  );
}
