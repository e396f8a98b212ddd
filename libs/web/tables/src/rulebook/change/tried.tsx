import { type TableView } from '@tavolo/contracts';
import { type Rulebook } from '@tavolo/governance';
import { TryRule } from '../trying/try-rule.js';
import { PastBallots } from '../versions/past-ballots.js';

/** Drafted rules tried before they are agreed: what would come out, who weighs how much, and past ballots counted again. */
export function Tried({ view, rulebook }: { readonly view: TableView; readonly rulebook: Rulebook }) {
  if (rulebook.mode !== 'planning') return null;
  const { market } = rulebook;
  const seats = view.seatsView.map((seat) =>
    seat.sector === 'market' && market !== undefined ? { ...seat, right: market } : seat,
  );
  return (
    <>
      <TryRule rulebook={rulebook} seats={seats} />
      <PastBallots decisions={view.decisions} rulebook={rulebook} />
    </>
  );
}
