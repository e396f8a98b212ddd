import { proposalsRoutes, type DecisionSummary } from '@tavolo/contracts';
import { recountUnder, type PlanningRulebook } from '@tavolo/governance';
import { useRead } from '@tavolo/web-data';
import { ExplanationTree, Section, tableMessages, useMessages, useWords } from '@tavolo/web-ui';
import { versionsMessages } from '../../messages/versions-messages.js';

interface PastBallotsProps {
  readonly decisions: readonly DecisionSummary[];
  readonly rulebook: PlanningRulebook;
}

/** The ballots that a table has held, counted again under other rules. */
export function PastBallots({ decisions, rulebook }: PastBallotsProps) {
  const say = useMessages(versionsMessages);
  const counted = decisions.filter(({ ballot }) => ballot !== null);
  if (counted.length === 0) return null;
  return (
    <Section title={say('past.title')}>
      <p>{say('past.lead')}</p>
      {counted.map((decision) => (
        <PastBallot key={decision.ballot} decision={decision} rulebook={rulebook} />
      ))}
    </Section>
  );
}

function PastBallot({
  decision,
  rulebook,
}: {
  readonly decision: DecisionSummary;
  readonly rulebook: PlanningRulebook;
}) {
  const say = useMessages(versionsMessages);
  const sayTable = useMessages(tableMessages);
  const words = useWords();
  const { data } = useRead(proposalsRoutes.proposal, { params: { proposal: decision.proposal } });
  if (data?.procedure.mode !== 'planning') return null;
  const ballot = data.procedure.ballots.find(({ key }) => key === decision.ballot);
  if (!ballot?.result) return null;
  const { verdict, explanation } = recountUnder(ballot, rulebook);
  const same = verdict === ballot.result.verdict;
  return (
    <div>
      <h3>{words(decision.title)}</h3>
      <p>
        {say('past.was', { ballot: ballot.key, was: sayTable(`verdict.${ballot.result.verdict}`) })}{' '}
        {same ? say('past.same') : say('past.would', { would: sayTable(`verdict.${verdict}`) })}
      </p>
      <ExplanationTree explanation={explanation} />
    </div>
  );
}
