import { type PlanningProcedure } from '@tavolo/governance';
import { NegotiationView } from '../negotiation/negotiation-view.js';
import { useStanding } from '../page/proposal-context.js';
import { AgreementView } from './agreement-view.js';
import { ClosedDecision } from './closed-decision.js';
import { closedDecisions } from './closed-decisions.js';
import { FormaliseForm } from './formalise-form.js';

/** What needs the width of the page: the agreement, or the form that makes it, and consent rounds of earlier texts. */
export function PlanningRecord({ procedure }: { readonly procedure: PlanningProcedure }) {
  const { may } = useStanding();
  return (
    <>
      <NegotiationView procedure={procedure} />
      {may('agreement.formalised') && !procedure.rulebook.negotiatingMandate && <FormaliseForm procedure={procedure} />}
      {procedure.agreement && <AgreementView agreement={procedure.agreement} procedure={procedure} />}
      {closedDecisions(procedure).earlierRounds.map((round) => (
        <ClosedDecision key={round.n} decision={{ round }} folded />
      ))}
    </>
  );
}
