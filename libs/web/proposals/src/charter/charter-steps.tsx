import { type AutoRegulationProcedure } from '@tavolo/governance';
import { useMessages } from '@tavolo/web-ui';
import { type ReactElement } from 'react';
import { ActButton } from '../acts/act-button.js';
import { charterMessages } from '../messages/charter-messages.js';
import { AttachDissent } from '../page/dissents.js';
import { Disclosure } from '../page/disclosure.js';
import { useStanding } from '../page/proposal-context.js';
import styles from './charter.module.css';
import { useOwnSubject } from './use-subject.js';

interface CharterPartProps {
  readonly procedure: AutoRegulationProcedure;
}

const shown = (steps: readonly (ReactElement | false)[]): readonly ReactElement[] =>
  steps.filter((step) => step !== false);

/** What those who guide the table do next. */
export function CharterSteps({ procedure: { rulebook, stage } }: CharterPartProps) {
  const { may } = useStanding();
  const say = useMessages(charterMessages);
  const days = rulebook.signingDays;
  const steps = shown([
    may('signing.opened') && (
      <ActButton
        key="open"
        act="signing.opened"
        label={say('step.signing')}
        explain={say('step.signing.explain', { days })}
        body={() => ({})}
      />
    ),
    may('drafting.reopened') && (
      <ActButton
        key="reopen"
        act="drafting.reopened"
        label={say('step.reopen')}
        explain={say('step.reopen.explain')}
        quiet={stage === 'frozen'}
        body={() => ({})}
      />
    ),
    may('signing.extended') && (
      <ActButton
        key="extend"
        act="signing.extended"
        label={say('step.extend')}
        explain={say('step.extend.explain', { days })}
        reason="required"
        quiet
        body={(reason) => ({ reason })}
      />
    ),
  ]);
  if (steps.length === 0) return null;
  return (
    <div className={styles.actions} id="steps">
      {steps}
    </div>
  );
}

/** Leaving with notice, and a dissent: seldom done, folded away. */
export function RareCharterSteps({ procedure }: CharterPartProps) {
  const { may } = useStanding();
  const say = useMessages(charterMessages);
  const mine = useOwnSubject(procedure);
  const announced = procedure.withdrawals.some(({ subject }) => subject === mine?.id);
  const steps = shown([
    mine?.signs === true && !announced && may('withdrawal.announced') && (
      <ActButton
        key="withdraw"
        act="withdrawal.announced"
        label={say('mine.withdraw')}
        explain={say('mine.withdraw.explain', {
          subject: mine.name,
          days: procedure.rulebook.withdrawalNoticeDays,
        })}
        reason="required"
        danger
        quiet
        body={(reason) => ({ subject: mine.id, reason })}
      />
    ),
    may('dissent.attached') && <AttachDissent key="dissent" />,
  ]);
  if (steps.length === 0) return null;
  return (
    <div id="other-steps">
      <Disclosure label={say('step.other')}>
        <div className={styles.actions}>{steps}</div>
      </Disclosure>
    </div>
  );
}
