import { type PlanningProcedure } from '@tavolo/governance';
import { Deadline, ExplanationTree, Notice, tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { planningMessages } from '../messages/planning-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { AgreementView } from './agreement-view.js';
import { BallotPanel } from './ballot-panel.js';
import { ConsentRound } from './consent-round.js';
import { FormaliseForm } from './formalise-form.js';
import { PlanningSteps } from './planning-steps.js';
import { Settlement } from './settlement.js';

/** The negotiated procedure as people see it: what runs now first, then what was decided before. */
export function PlanningPanel({ procedure }: { readonly procedure: PlanningProcedure }) {
  const { may } = useStanding();
  const say = useMessages(planningMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats(procedure.rulebook.zone);
  const open = procedure.ballots.filter(({ state }) => state === 'open' || state === 'suspended');
  const past = procedure.ballots.filter((ballot) => !open.includes(ballot)).toReversed();
  const openRounds = procedure.consentRounds.filter(({ closedAt }) => closedAt === null);
  const pastRounds = procedure.consentRounds.filter(({ closedAt }) => closedAt !== null).toReversed();
  const consent = procedure.adoption?.by === 'consent' ? procedure.adoption : null;
  const declared = procedure.holds.find(({ declaredAt }) => declaredAt !== null);
  return (
    <>
      <PlanningSteps procedure={procedure} />
      {procedure.stage === 'on_hold' && declared?.until && (
        <Notice
          tone="care"
          title={say('hold.declared', {
            date: write.date(declared.until),
            sector: sayTable(`sector.${declared.sector}`),
          })}
        >
          <p>{declared.reason}</p>
        </Notice>
      )}
      {procedure.stage === 'mediation' && procedure.mediation && (
        <Notice tone="info" title={say('mediation', { date: write.date(procedure.mediation.until) })}>
          {procedure.lastBallot && <p>{say('mediation.last')}</p>}
        </Notice>
      )}
      {procedure.stage === 'referred_back' && (
        <Notice
          tone="care"
          title={say('referredBack', { count: procedure.referredBack, max: procedure.rulebook.maxReferBack })}
        />
      )}
      {procedure.stage === 'negotiating' && <Settlement procedure={procedure} />}
      {openRounds.map((round) => (
        <ConsentRound key={round.n} round={round} />
      ))}
      {open.map((ballot) => (
        <BallotPanel key={ballot.key} ballot={ballot} />
      ))}
      {may('agreement.formalised') && <FormaliseForm procedure={procedure} />}
      {procedure.agreement && <AgreementView agreement={procedure.agreement} procedure={procedure} />}
      {procedure.organ && procedure.organ.answer === null && (
        <Deadline at={procedure.organ.until} zone={procedure.rulebook.zone} />
      )}
      {past.map((ballot) => (
        <BallotPanel key={ballot.key} ballot={ballot} />
      ))}
      {consent && (
        <Section title={say('consent.outcome.adopted')}>
          <ExplanationTree explanation={consent.explanation} opened />
        </Section>
      )}
      {pastRounds.map((round) => (
        <ConsentRound key={round.n} round={round} />
      ))}
    </>
  );
}
