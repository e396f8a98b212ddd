import { useMessages } from '@tavolo/web-ui';
import { planningMessages } from '../messages/planning-messages.js';
import { Disclosure } from '../page/disclosure.js';
import { BallotPanel } from '../ballots/ballot-panel.js';
import { type Closed } from './closed-decisions.js';
import { ConsentRound } from './consent-round.js';

interface ClosedDecisionProps {
  readonly decision: Closed;
  /** Something newer stands on the page: this one shows its outcome in one line and opens on demand. */
  readonly folded?: boolean;
}

/** A ballot or consent round that is over. */
export function ClosedDecision({ decision, folded = false }: ClosedDecisionProps) {
  const say = useMessages(planningMessages);
  const whole =
    'ballot' in decision ? <BallotPanel ballot={decision.ballot} /> : <ConsentRound round={decision.round} />;
  if (!folded) return whole;
  const [name, outcome] =
    'ballot' in decision
      ? [say('ballot', { key: decision.ballot.key }), say(`result.${decision.ballot.result?.verdict ?? 'no_quorum'}`)]
      : [
          say('consent', { n: decision.round.n }),
          say(`consent.outcome.${decision.round.outcome?.verdict ?? 'incomplete'}`),
        ];
  return <Disclosure label={`${name}: ${outcome}`}>{whole}</Disclosure>;
}
