import { type ProposalActName } from '@tavolo/contracts';
import { type PlanningProcedure, type ProcedureActName } from '@tavolo/governance';
import { useFormats, useMessages } from '@tavolo/web-ui';
import { type ReactElement } from 'react';
import { ActButton, type ActButtonProps } from '../acts/act-button.js';
import { planningMessages } from '../messages/planning-messages.js';
import { stepMessages } from '../messages/step-messages.js';
import { AttachDissent } from '../page/dissents.js';
import { Disclosure } from '../page/disclosure.js';
import { useStanding } from '../page/proposal-context.js';
import { OpenBallot } from '../ballots/open-ballot.js';
import styles from './planning.module.css';

type StepName = ProposalActName & ProcedureActName;

/** The button of a step, when the reader may take it now. */
type Offer = <Name extends StepName>(step: ActButtonProps<Name>) => ReactElement | null;

const none = (): Record<string, never> => ({});
const reason = (words: string): { reason: string } => ({ reason: words });
const maybe = (words: string): { reason: string | null } => ({ reason: words || null });

function useOffer(): Offer {
  const { may } = useStanding();
  return (step) => (may(step.act) ? <ActButton key={step.act} {...step} /> : null);
}

const shown = (steps: readonly (ReactElement | null)[]): readonly ReactElement[] =>
  steps.filter((step) => step !== null);

/** The ordinary steps that the reader may take now and that need no form of their own. */
export function PlanningSteps({ procedure: { rulebook, stage } }: { readonly procedure: PlanningProcedure }) {
  const { may } = useStanding();
  const say = useMessages(planningMessages);
  const follows = useMessages(stepMessages);
  const offer = useOffer();
  const count = rulebook.negotiationDays;
  const steps = shown([
    offer({ act: 'proposal.submitted', label: say('act.submit'), explain: follows('submit'), body: none }),
    offer({
      act: 'negotiation.opened',
      label: say('act.negotiate'),
      explain: follows('negotiate', { count }),
      body: none,
    }),
    offer({
      act: 'consent_round.opened',
      label: say('act.consentRound'),
      explain: follows('consentRound'),
      body: none,
    }),
    may('vote.opened') ? <OpenBallot key="vote.opened" quiet={may('consent_round.opened')} /> : null,
    offer({
      act: 'negotiation.reopened',
      label: say('act.reopen'),
      explain: follows('reopen'),
      quiet: stage === 'settled' || stage === 'voting',
      body: none,
    }),
    offer({ act: 'ratification.given', label: say('act.ratify'), explain: follows('ratify'), body: none }),
    offer({
      act: 'organ.confirmed',
      label: say('act.organConfirmed'),
      explain: follows('organConfirmed'),
      reason: 'optional',
      body: maybe,
    }),
    offer({ act: 'review.opened', label: say('act.review'), explain: follows('review'), body: none }),
  ]);
  if (steps.length === 0) return null;
  return (
    <div className={styles.actions} id="steps">
      {steps}
    </div>
  );
}

/** Steps that are seldom taken, folded away. */
export function RareSteps({ procedure: { rulebook, stage } }: { readonly procedure: PlanningProcedure }) {
  const { may, view } = useStanding();
  const say = useMessages(planningMessages);
  const follows = useMessages(stepMessages);
  const write = useFormats();
  const offer = useOffer();
  const sector = view.seats.find(({ id }) => id === view.me.seat)?.sector ?? null;
  const refusing = { reason: 'required', danger: true, quiet: true, body: reason } as const;
  const reasoned = { reason: 'required', quiet: true, body: reason } as const;
  const closing = { reason: 'optional', quiet: true, body: maybe } as const;
  const fraction = write.fraction(rulebook.hold?.need ?? '');
  const steps = shown([
    offer({
      act: 'proposal.declared_inadmissible',
      label: say('act.inadmissible'),
      explain: follows('inadmissible'),
      ...refusing,
    }),
    offer({ act: 'seat.recused', label: say('act.recuse'), explain: follows('recuse'), ...reasoned }),
    offer({ act: 'hold.supported', label: say('act.hold'), explain: follows('hold', { fraction }), ...reasoned }),
    offer({
      act: 'mediation.closed',
      label: say('act.mediationClosed'),
      explain: follows(stage === 'on_hold' ? 'holdClosed' : 'mediationClosed'),
      ...closing,
    }),
    sector &&
      offer({
        act: 'ratification.requested',
        label: say('act.ratificationRequested'),
        explain: follows('ratificationRequested', { count: rulebook.ratificationDays }),
        quiet: true,
        body: () => ({ sector }),
      }),
    offer({ act: 'ratification.refused', label: say('act.sendBack'), explain: follows('sendBack'), ...refusing }),
    offer({ act: 'organ.refused', label: say('act.organRefused'), explain: follows('organRefused'), ...refusing }),
    may('dissent.attached') ? <AttachDissent key="dissent" /> : null,
    offer({ act: 'proposal.closed', label: say('act.close'), explain: follows('close'), ...closing }),
  ]);
  if (steps.length === 0) return null;
  return (
    <div id="other-steps">
      <Disclosure label={say('act.other')}>
        <div className={styles.actions}>{steps}</div>
      </Disclosure>
    </div>
  );
}
