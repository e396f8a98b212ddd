import { screen } from '@testing-library/dom';
import { balloted, planning, proposalView, type Step } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';
import { BallotPanel } from './ballot-panel.js';

const castBy = (...members: readonly string[]): Step[] =>
  members.map((member) => ['vote.cast', member, { ballot: 'B-1', choice: member === 'm3' ? 'no' : 'yes' }]);

function show(member: string | null, steps: readonly Step[] = [], suspended = false) {
  const procedure = planning(...balloted, ...steps);
  const ballots = procedure.ballots.map((ballot) => ({ ...ballot, ...(suspended && { state: 'suspended' as const }) }));
  const view = proposalView({ ...procedure, ballots }, member);
  shown(view, <BallotPanel ballot={ballots[0]!} />);
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('an open ballot', () => {
  it('shows my own vote as pressed and recorded, and lets me change it', () => {
    show('m2', castBy('m2'));
    expect(button('Vote Yes').getAttribute('aria-pressed')).toBe('true');
    expect(button('Vote No').getAttribute('aria-pressed')).toBe('false');
    expect(button('Vote No').disabled).toBe(false);
    expect(screen.getByText(/Your vote is recorded: Yes/u)).toBeTruthy();
    expect(screen.getByText('1 of 3 seats has voted')).toBeTruthy();
  });

  it('cannot be voted in while it is suspended, and says why', () => {
    show('m2', castBy('m1'), true);
    expect(screen.getByText('The ballot is suspended: there is no quorum.')).toBeTruthy();
    for (const name of ['Vote Yes', 'Vote No', 'Vote Abstain']) expect(button(name).disabled).toBe(true);
  });

  it('tells a seat with a voice that it has no vote', () => {
    show('m4');
    expect(screen.getByText('Your seat has a voice at this table, not a vote.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Vote / })).toBeNull();
  });

  it('offers a visitor no vote and shows the same counts', () => {
    show(null, castBy('m1', 'm3'));
    expect(screen.queryByRole('button', { name: /^Vote / })).toBeNull();
    expect(screen.getByText('2 of 3 seats have voted')).toBeTruthy();
  });
});

describe('a ballot that is closed', () => {
  it('says that the majority was reached and which party does not concur', () => {
    show(null, [...castBy('m1', 'm2', 'm3'), ['vote.closed', 'm8', { ballot: 'B-1', reason: null }]]);
    expect(screen.getByText('Not adopted')).toBeTruthy();
    expect(screen.getByText('2 yes, 1 no, 0 abstentions of 3 eligible seats')).toBeTruthy();
    expect(screen.getByText(/not every party agrees: Citizens did not concur/u)).toBeTruthy();
  });
});
