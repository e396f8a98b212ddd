import { type PartyStand } from '@tavolo/governance';
import { tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { Written } from '../acts/written.js';
import { negotiationMessages } from '../messages/negotiation-messages.js';
import { useStanding } from '../page/proposal-context.js';
import styles from './negotiation.module.css';

interface PartyCellProps {
  readonly stand: PartyStand;
  /** Opens the form for this clause; `null` for everybody who does not speak for this party now. */
  readonly speak: (() => void) | null;
}

/** How one party stands on one clause: its stand, why, what would meet it, who said so, and how it has moved. */
export function PartyCell({ stand: { party, now, before, movement, onEarlierWords }, speak }: PartyCellProps) {
  const { directory, view } = useStanding();
  const say = useMessages(negotiationMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats(view.procedure.rulebook.zone);
  const name = sayTable(`sector.${party}`);
  const was = before ? sayTable(`stand.${before.stand}`) : '';
  return (
    <div className={styles.cell}>
      {now === null && <span className={styles.soft}>{say('party.none')}</span>}
      {now && (
        <>
          <strong className={styles.stand} data-stand={now.stand}>
            {sayTable(`stand.${now.stand}`)}
          </strong>
          {movement && (
            <span className={styles.movement} data-movement={movement}>
              {say(`moved.${movement}`, { before: was })}
            </span>
          )}
          {now.reason && (
            <blockquote className={styles.quote}>
              <Written>{now.reason}</Written>
            </blockquote>
          )}
          {now.change && (
            <span className={styles.change}>
              <strong>{say('change')}</strong> <Written>{now.change}</Written>
            </span>
          )}
          {onEarlierWords && <span className={styles.earlier}>{say('earlierWords')}</span>}
          <span className={styles.soft}>{say('by', { name: directory.member(now.by), date: write.date(now.at) })}</span>
        </>
      )}
      {speak && (
        <Button variant="subtle" className={styles.speak} onClick={speak}>
          {say(now ? 'mine.again' : 'mine', { party: name })}
        </Button>
      )}
    </div>
  );
}
