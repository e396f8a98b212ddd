import { type PlanningProcedure } from '@tavolo/governance';
import { useMessages } from '@tavolo/web-ui';
import { planningMessages } from '../messages/planning-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { MandateBeside } from '../rooms/mandate-beside.js';
import { MandatePanel } from '../rooms/mandate-panel.js';
import { SubmitJointly } from '../rooms/submit-jointly.js';
import { BallotPanel } from '../ballots/ballot-panel.js';
import { ClosedDecision } from './closed-decision.js';
import { closedDecisions } from './closed-decisions.js';
import { ConsentRound } from './consent-round.js';
import styles from './planning.module.css';
import { PlanningNotices } from './planning-notices.js';
import { PlanningSteps, RareSteps } from './planning-steps.js';
import { Settlement } from './settlement.js';

/** The negotiated procedure as people see it now: what runs first, then what was decided last. */
export function PlanningPanel({ procedure }: { readonly procedure: PlanningProcedure }) {
  const { actor } = useStanding();
  const say = useMessages(planningMessages);
  const { latest } = closedDecisions(procedure);
  const ballots = procedure.ballots.filter(({ state }) => state === 'open' || state === 'suspended');
  const rounds = procedure.consentRounds.filter(({ closedAt }) => closedAt === null);
  const runs = ballots.length > 0 || rounds.length > 0;
  const confirms = procedure.stage === 'negotiating' || procedure.stage === 'mediation';
  return (
    <>
      <PlanningNotices procedure={procedure} />
      <MandateBeside procedure={procedure} />
      {confirms && <Settlement procedure={procedure} />}
      {rounds.map((round) => (
        <ConsentRound key={round.n} round={round} id="consent-round" />
      ))}
      {ballots.map((ballot) => (
        <BallotPanel key={ballot.key} ballot={ballot} id="ballot" />
      ))}
      {procedure.rulebook.negotiatingMandate && procedure.stage === 'adopted' && (
        <>
          <MandatePanel procedure={procedure} />
          <SubmitJointly procedure={procedure} />
        </>
      )}
      <PlanningSteps procedure={procedure} />
      {latest && <ClosedDecision decision={latest} folded={runs} />}
      <RareSteps procedure={procedure} />
      {actor === null && procedure.stage === 'draft' && <p className={styles.hint}>{say('draft.others')}</p>}
    </>
  );
}
