import { useMessages } from '@tavolo/web-ui';
import { type ReactElement } from 'react';
import { ActButton } from '../acts/act-button.js';
import { planningMessages } from '../messages/planning-messages.js';
import { AttachDissent } from '../page/dissents.js';
import { Disclosure } from '../page/disclosure.js';
import { useStanding } from '../page/proposal-context.js';
import styles from './planning.module.css';

const none = (): Record<string, never> => ({});
const reason = (words: string): { reason: string } => ({ reason: words });
const maybe = (words: string): { reason: string | null } => ({ reason: words || null });

/** The ordinary steps that the reader may take now and that need no form of their own. */
export function PlanningSteps() {
  const { may } = useStanding();
  const say = useMessages(planningMessages);

  const main = (
    [
      may('proposal.submitted') && (
        <ActButton
          key="submit"
          act="proposal.submitted"
          label={say('act.submit')}
          explain={say('act.submit.explain')}
          body={none}
        />
      ),
      may('negotiation.opened') && (
        <ActButton key="negotiate" act="negotiation.opened" label={say('act.negotiate')} body={none} />
      ),
      may('negotiation.reopened') && (
        <ActButton
          key="reopen"
          act="negotiation.reopened"
          label={say('act.reopen')}
          explain={say('act.reopen.explain')}
          body={none}
        />
      ),
      may('consent_round.opened') && (
        <ActButton key="round" act="consent_round.opened" label={say('act.consentRound')} body={none} />
      ),
      may('vote.opened') && (
        <ActButton
          key="ballot"
          act="vote.opened"
          label={say('act.ballot')}
          body={() => ({ closesAt: null })}
          quiet={may('consent_round.opened')}
        />
      ),
      may('ratification.given') && (
        <ActButton key="ratify" act="ratification.given" label={say('act.ratify')} body={none} />
      ),
      may('organ.confirmed') && (
        <ActButton key="organ" act="organ.confirmed" label={say('act.organConfirmed')} reason="optional" body={maybe} />
      ),
      may('review.opened') && <ActButton key="review" act="review.opened" label={say('act.review')} body={none} />,
    ] as (ReactElement | false)[]
  ).filter((step) => step !== false);

  if (main.length === 0) return null;
  return <div className={styles.actions}>{main}</div>;
}

/** Steps that are seldom taken, folded away. */
export function RareSteps() {
  const { may, view } = useStanding();
  const say = useMessages(planningMessages);
  const sector = view.seats.find(({ id }) => id === view.me.seat)?.sector ?? null;

  const rare = (
    [
      may('proposal.declared_inadmissible') && (
        <ActButton
          key="inadmissible"
          act="proposal.declared_inadmissible"
          label={say('act.inadmissible')}
          reason="required"
          danger
          quiet
          body={reason}
        />
      ),
      may('seat.recused') && (
        <ActButton
          key="recuse"
          act="seat.recused"
          label={say('act.recuse')}
          explain={say('act.recuse.explain')}
          reason="required"
          quiet
          body={reason}
        />
      ),
      may('hold.supported') && (
        <ActButton
          key="hold"
          act="hold.supported"
          label={say('act.hold')}
          explain={say('act.hold.explain')}
          reason="required"
          quiet
          body={reason}
        />
      ),
      may('mediation.closed') && (
        <ActButton
          key="mediation"
          act="mediation.closed"
          label={say('act.mediationClosed')}
          reason="optional"
          quiet
          body={maybe}
        />
      ),
      may('ratification.requested') && sector && (
        <ActButton
          key="askBench"
          act="ratification.requested"
          label={say('act.ratificationRequested')}
          quiet
          body={() => ({ sector })}
        />
      ),
      may('ratification.refused') && (
        <ActButton
          key="sendBack"
          act="ratification.refused"
          label={say('act.sendBack')}
          reason="required"
          danger
          quiet
          body={reason}
        />
      ),
      may('organ.refused') && (
        <ActButton
          key="refuse"
          act="organ.refused"
          label={say('act.organRefused')}
          reason="required"
          danger
          quiet
          body={reason}
        />
      ),
      may('dissent.attached') && <AttachDissent key="dissent" />,
      may('proposal.closed') && (
        <ActButton key="close" act="proposal.closed" label={say('act.close')} reason="optional" quiet body={maybe} />
      ),
    ] as (ReactElement | false | null)[]
  ).filter((step) => step !== false && step !== null);

  if (rare.length === 0) return null;
  return (
    <Disclosure label={say('act.other')}>
      <div className={styles.actions}>{rare}</div>
    </Disclosure>
  );
}
