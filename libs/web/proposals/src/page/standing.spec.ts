import { planning, proposalView } from '../testing/proposal-builder.js';
import { compositionOf } from '@tavolo/contracts';
import { actorOf } from './standing.js';

describe('the reader as the rules see her', () => {
  it('is nobody when she is a visitor or not at the table', () => {
    expect(actorOf(proposalView(planning()).me)).toBeNull();
  });

  it('acts for the seat that she deputises, and keeps a role without a seat', () => {
    expect(actorOf(proposalView(planning(), 'm7').me)).toEqual({ member: 'm7', seat: 's2', roles: [] });
    expect(actorOf(proposalView(planning(), 'm8').me)).toEqual({ member: 'm8', seat: null, roles: ['facilitator'] });
  });

  it('sits at a table whose vacant seats have neither holder nor deputy', () => {
    const view = proposalView(planning());
    const vacant = view.seats.map((seat) => ({ ...seat, holder: null, deputy: null }));
    expect(compositionOf({ seats: vacant, roles: [] }).seats.map(({ holder, deputy }) => [holder, deputy])).toEqual(
      view.seats.map(() => [null, null]),
    );
    expect(compositionOf(view).seats[0]).toMatchObject({ organisation: 'o1', decidingAuthority: true });
  });
});
