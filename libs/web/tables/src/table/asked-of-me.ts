import { type Waiting } from '@tavolo/contracts';
import { type ExpectationKey } from '@tavolo/governance';

/** Expectations in which the reader has done her part, or is waiting for others. */
const othersTurn: ReadonlySet<ExpectationKey> = new Set<ExpectationKey>([
  'await_confirmations',
  'stand_given',
  'vote_cast',
  'await_votes',
  'await_mediation',
  'await_organ',
  'assessment_given',
  'await_assessments',
  'await_replies',
]);

/** What is asked of the reader, apart from what she waits for; `nothing` is neither. The order stays. */
export function sortedOut(waiting: readonly Waiting[]): {
  readonly asked: readonly Waiting[];
  readonly others: readonly Waiting[];
} {
  const real = waiting.filter(({ expectation }) => expectation.key !== 'nothing');
  return {
    asked: real.filter(({ expectation }) => !othersTurn.has(expectation.key)),
    others: real.filter(({ expectation }) => othersTurn.has(expectation.key)),
  };
}
