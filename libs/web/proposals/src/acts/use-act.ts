import { proposalsRoutes, type ProposalActBody, type ProposalActName } from '@tavolo/contracts';
import { usePerform } from '@tavolo/web-data';
import { useCallback } from 'react';
import { useStanding } from '../page/proposal-context.js';
import { noteOwnAct } from './own-acts.js';

export interface ActHandle {
  /** Performs an act; `false` when it was refused, and then `error` says why. */
  readonly perform: <Name extends ProposalActName>(act: Name, body: ProposalActBody<Name>) => Promise<boolean>;
  readonly busy: boolean;
  /** The problem of the last try; `null` when there is none. */
  readonly error: unknown;
  readonly reset: () => void;
}

/** Acts on the proposal of this page. The answer is the proposal as it now is, and the page shows it at once. */
export function useAct(): ActHandle {
  const { view } = useStanding();
  const { perform, busy, error, reset } = usePerform(proposalsRoutes.act, {
    shows: { route: proposalsRoutes.proposal, params: { proposal: view.key } },
  });
  return {
    perform: useCallback(
      (act, body) => {
        noteOwnAct(act);
        return perform({ params: { proposal: view.key, act }, body });
      },
      [perform, view.key],
    ),
    busy,
    error,
    reset,
  };
}
