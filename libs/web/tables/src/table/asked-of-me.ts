import { type Waiting } from '@tavolo/contracts';
import { isAsked } from '@tavolo/governance';

/** What is asked of the reader, the nearest time limit first, apart from what she has done or waits for; that nothing is expected is neither. */
export function sortedOut(waiting: readonly Waiting[]): {
  readonly asked: readonly Waiting[];
  readonly others: readonly Waiting[];
} {
  const real = waiting
    .filter(({ expectation }) => expectation.key !== 'nothing')
    // Stable: of two without a time limit the order stays as it was sent.
    .sort((one, other) => due(one).localeCompare(due(other)));
  return {
    asked: real.filter(({ expectation }) => isAsked(expectation)),
    others: real.filter(({ expectation }) => !isAsked(expectation)),
  };
}

const due = ({ expectation: { until } }: Waiting): string => until ?? '9999';
