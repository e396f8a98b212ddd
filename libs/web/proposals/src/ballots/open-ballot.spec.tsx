import { fireEvent, screen, within } from '@testing-library/react';
import { balloted, now, planning, proposalView, type Step } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';
import { type Ballot, type QuorumRule } from '@tavolo/governance';
import { OpenBallot } from './open-ballot.js';

beforeAll(() => {
  // jsdom knows the element, but not how it is shown.
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function hide() {
    this.open = false;
  };
});

const dialog = () => within(screen.getByRole('dialog'));

function open(): void {
  shown(proposalView(planning(...balloted.slice(0, -1)), 'm8'), <OpenBallot />);
  fireEvent.click(screen.getByRole('button', { name: 'Open a ballot' }));
}

function until(date: string, time: string): void {
  fireEvent.click(dialog().getByLabelText('Until a day and time that is announced now'));
  fireEvent.change(dialog().getByLabelText('Day'), { target: { value: date } });
  fireEvent.change(dialog().getByLabelText('Time'), { target: { value: time } });
  fireEvent.click(dialog().getByRole('button', { name: 'Open a ballot' }));
}

describe('opening a ballot', () => {
  it('is until it is closed by hand, unless a time is announced', () => {
    open();
    expect(dialog().getByLabelText<HTMLInputElement>('Until the ballot is closed by hand').checked).toBe(true);
    expect(dialog().queryByLabelText('Day')).toBeNull();
  });

  it('says what it means to announce a time', () => {
    open();
    fireEvent.click(dialog().getByLabelText('Until a day and time that is announced now'));
    expect(dialog().getByText(/^Everybody can count on this time/u)).toBeTruthy();
    expect(dialog().getByLabelText<HTMLInputElement>('Time').value).toBe('18:00');
  });

  it.each([
    ['2096-09-04', '10:30'],
    ['2097-10-01', '18:00'],
  ])('is not sent with a time that is too near or too far (%s %s), and names the range', (date, time) => {
    open();
    until(date, time);
    expect(dialog().getByText(/between .*4 September 2096.* and .*4 September 2097/u)).toBeTruthy();
    expect(document.activeElement).toBe(dialog().getByLabelText('Day'));
  });

  it('is not sent without a day', () => {
    open();
    until('', '18:00');
    expect(dialog().getByText('Please give the day and the time.')).toBeTruthy();
  });
});

describe('opening a ballot after one without quorum', () => {
  const closed: Step = ['vote.closed', 'm8', { ballot: 'B-1', reason: 'Nobody came.' }];
  const third = { afterDays: 1, overall: { fraction: '1/3', strict: false }, perSectorMin: 1 } as const;

  function after(steps: readonly Step[], secondCall: QuorumRule['secondCall'], differing: Partial<Ballot> = {}): void {
    const procedure = planning(...steps);
    const ballots = procedure.ballots.map((ballot) => ({ ...ballot, ...differing }));
    const quorum = { ...procedure.rulebook.quorum, ...(secondCall && { secondCall }) };
    const rulebook = { ...procedure.rulebook, quorum };
    shown(proposalView({ ...procedure, ballots, rulebook }, 'm8'), <OpenBallot />);
  }
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

  it('is on second call, and says which quorum is then enough', () => {
    after([...balloted, closed], third);
    press('Open a ballot on second call');
    expect(dialog().getByRole('button', { name: 'Open a ballot on second call' })).toBeTruthy();
    expect(screen.getByRole('dialog').textContent).toContain(
      'The last ballot had no quorum. This one is on second call. It is enough that at least 1⁄3 of the eligible seats take part. Of each party at least 1 seat must take part.',
    );
  });

  it('is on another second call after a second call, and asks of the parties only what the rulebook asks', () => {
    after(
      [...balloted, closed],
      { ...third, overall: { fraction: '1/4', strict: true }, perSectorMin: 0 },
      { call: 2 },
    );
    press('Open a ballot on another second call');
    const words = screen.getByRole('dialog').textContent;
    expect(words).toContain('The last ballot, on second call, had no quorum. This one is on another second call.');
    expect(words).toContain('It is enough that more than 1⁄4 of the eligible seats take part.');
    expect(words).not.toContain('Of each party');
  });

  it('is an ordinary one where the rulebook has no second call', () => {
    after([...balloted, closed], undefined);
    press('Open a ballot');
    expect(screen.getByRole('dialog').textContent).not.toContain('second call');
  });

  it('is an ordinary one on a later version of the text', () => {
    const confirmed = ['m8', 'm1', 'm2', 'm3'].map((member): Step => [
      'settlement.confirmed',
      member,
      { textHash: 'text-2' },
    ]);
    const text = { version: 2, textHash: 'text-2', stateHash: 'state-2', clauses: ['c1'], at: now };
    const steps: Step[] = [...balloted, closed, ['negotiation.reopened', 'm8'], ...confirmed];
    after([...steps, ['proposal.settled', 'm3', { text }]], third);
    expect(screen.getByRole('button', { name: 'Open a ballot' })).toBeTruthy();
  });
});
