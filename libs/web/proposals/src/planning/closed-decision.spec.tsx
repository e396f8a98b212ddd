import { fireEvent, screen } from '@testing-library/dom';
import { agreed } from '../testing/proposal-builder.js';
import { proposalView } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';
import { ClosedDecision } from './closed-decision.js';

const procedure = agreed();
const decision = { ballot: procedure.ballots[0]! };

describe('a decision that is over', () => {
  it('stands open while it is the latest', () => {
    shown(proposalView(procedure, 'm2'), <ClosedDecision decision={decision} />);
    expect(screen.getByRole('heading', { name: 'Ballot B-1' })).toBeTruthy();
  });

  it('shows its outcome in one line when something newer stands on the page, and opens on demand', () => {
    shown(proposalView(procedure, 'm2'), <ClosedDecision decision={decision} folded />);
    const line = screen.getByText('Ballot B-1: Adopted');
    expect(screen.queryByRole('heading', { name: 'Ballot B-1' })).toBeNull();
    const details = line.closest('details')!;
    details.open = true;
    fireEvent(details, new Event('toggle'));
    expect(screen.getByRole('heading', { name: 'Ballot B-1' })).toBeTruthy();
  });
});
