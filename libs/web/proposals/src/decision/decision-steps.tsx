import { type AutoAdministrationProcedure } from '@tavolo/governance';
import { useMessages } from '@tavolo/web-ui';
import { ActButton } from '../acts/act-button.js';
import { OpenBallot } from '../ballots/open-ballot.js';
import { decisionMessages } from '../messages/decision-messages.js';
import { AttachDissent } from '../page/dissents.js';
import { Disclosure } from '../page/disclosure.js';
import { useStanding } from '../page/proposal-context.js';
import styles from '../planning/planning.module.css';

interface DecisionPartProps {
  readonly procedure: AutoAdministrationProcedure;
}

/** What the holders and those who guide do next: open the vote, write again, answer a call-in, publish the note. */
export function DecisionSteps({ procedure: { stage, note } }: DecisionPartProps) {
  const { may } = useStanding();
  const say = useMessages(decisionMessages);
  const called = stage === 'called_in';
  const steps = [
    may('vote.opened') && <OpenBallot key="vote" />,
    may('decision.reopened') && (
      <ActButton
        key="reopen"
        act="decision.reopened"
        label={say(called ? 'step.amend' : 'step.reopen')}
        explain={say(called ? 'step.amend.explain' : 'step.reopen.explain')}
        quiet={stage === 'deliberating'}
        body={() => ({})}
      />
    ),
    may('decision.insisted') && (
      <ActButton
        key="insist"
        act="decision.insisted"
        label={say('step.insist')}
        explain={say('step.insist.explain')}
        reason="required"
        quiet
        body={(reason) => ({ reason })}
      />
    ),
    called && may('decision.withdrawn') && <Withdraw key="withdraw" />,
    may('decision.noted') && note === null && (
      <ActButton
        key="note"
        act="decision.noted"
        label={say('note.write')}
        explain={say('note.write.explain')}
        reason="required"
        reasonLabel={say('note.text')}
        quiet
        body={(text) => ({ text })}
      />
    ),
  ].filter((step) => step !== false);
  if (steps.length === 0) return null;
  return (
    <div className={styles.actions} id="steps">
      {steps}
    </div>
  );
}

function Withdraw() {
  const say = useMessages(decisionMessages);
  return (
    <ActButton
      act="decision.withdrawn"
      label={say('step.withdraw')}
      explain={say('step.withdraw.explain')}
      reason="required"
      danger
      quiet
      body={(reason) => ({ reason })}
    />
  );
}

/** Withdrawing, a conflict of interest, a dissent: seldom done, folded away. */
export function RareDecisionSteps({ procedure: { stage } }: DecisionPartProps) {
  const { may } = useStanding();
  const say = useMessages(decisionMessages);
  const steps = [
    stage !== 'called_in' && may('decision.withdrawn') && <Withdraw key="withdraw" />,
    may('seat.recused') && (
      <ActButton
        key="recuse"
        act="seat.recused"
        label={say('step.recuse')}
        explain={say('step.recuse.explain')}
        reason="required"
        quiet
        body={(reason) => ({ reason })}
      />
    ),
    may('dissent.attached') && <AttachDissent key="dissent" />,
  ].filter((step) => step !== false);
  if (steps.length === 0) return null;
  return (
    <div id="other-steps">
      <Disclosure label={say('step.other')}>
        <div className={styles.actions}>{steps}</div>
      </Disclosure>
    </div>
  );
}
