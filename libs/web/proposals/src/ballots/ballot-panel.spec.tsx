import { type Ballot } from '@tavolo/governance';
import { instant, memberId } from '@tavolo/kernel';
import { fireEvent, screen, within } from '@testing-library/react';
import { balloted, now, planning, proposalView, type Step } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';
import { BallotPanel } from './ballot-panel.js';

const castBy = (...members: readonly string[]): Step[] =>
  members.map((member) => ['vote.cast', member, { ballot: 'B-1', choice: member === 'm3' ? 'no' : 'yes' }]);

beforeAll(() => {
  // jsdom knows the element, but not how it is shown.
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function hide() {
    this.open = false;
  };
});

const secretary = { role: 'secretary', holder: { member: 'm9', name: 'Secretary 9', title: null } } as const;

function show(member: string | null, steps: readonly Step[] = [], differing: Partial<Ballot> = {}) {
  const procedure = planning(...balloted, ...steps);
  const ballots = procedure.ballots.map((ballot) => ({ ...ballot, ...differing }));
  const seen = proposalView({ ...procedure, ballots }, member);
  const me = { ...seen.me, ...(member === 'm9' && { roles: [secretary.role] }) };
  const view = { ...seen, me, roles: [...seen.roles, secretary] };
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
    show('m2', castBy('m1'), { state: 'suspended' });
    expect(screen.getByText('The ballot is suspended: there is no quorum.')).toBeTruthy();
    for (const name of ['Vote Yes', 'Vote No', 'Vote Abstain']) expect(button(name).disabled).toBe(true);
  });

  it('tells a seat with a voice that it has no vote', () => {
    show('m4');
    expect(screen.getByText('Your seat has a voice at this table, not a vote.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Vote / })).toBeNull();
  });

  it('says who declared a conflict of interest, and that somebody else votes for the seat', () => {
    const left: Step = ['seat.recused', 'm7', { reason: 'I work for the provider.' }];
    show('m7', [left]);
    expect(screen.getByText('Recused: Deputy 7. Somebody else votes for: Third sector, seat 2')).toBeTruthy();
    expect(screen.getByText('You have declared a conflict of interest and do not vote on this proposal.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Vote / })).toBeNull();
  });

  it('lets the holder vote when her deputy has declared a conflict of interest', () => {
    show('m2', [['seat.recused', 'm7', { reason: 'I work for the provider.' }]]);
    expect(button('Vote Yes').disabled).toBe(false);
  });

  it('names all who left a seat for which nobody votes any more', () => {
    show(
      'm1',
      ['m7', 'm2'].map((member): Step => ['seat.recused', member, { reason: 'I work for the provider.' }]),
    );
    expect(screen.getByText('Recused: Deputy 7 and Person 2')).toBeTruthy();
    expect(screen.getByText('0 of 2 seats have voted')).toBeTruthy();
  });

  it('offers a visitor no vote and shows the same counts', () => {
    show(null, castBy('m1', 'm3'));
    expect(screen.queryByRole('button', { name: /^Vote / })).toBeNull();
    expect(screen.getByText('2 of 3 seats have voted')).toBeTruthy();
  });
});

const reason = 'Everybody who can come has voted.';
const closesAt = instant('2096-09-06T16:00:00.000Z');
const request = { by: memberId('m9'), reason, at: now };
const dialog = () => within(screen.getByRole('dialog'));
const press = (name: string) => fireEvent.click(button(name));

describe('closing a ballot by hand', () => {
  it('says until when the ballot is open, or that it is open until it is closed by hand', () => {
    show(null, [], { closesAt });
    expect(screen.getByText(/^Open until/u).textContent).toContain('6 September 2096');
  });

  it('without a closing time asks for the reason while a seat has not voted, and says how many have not', () => {
    show('m8', castBy('m1', 'm2'));
    expect(screen.getByText(/^Open until it is closed by hand/u)).toBeTruthy();
    press('Close the ballot and count');
    expect(dialog().getByText(/^1 seat has not voted yet/u)).toBeTruthy();
    expect(dialog().getByRole<HTMLTextAreaElement>('textbox').required).toBe(true);
  });

  it('without a closing time asks for nothing when every seat has voted', () => {
    show('m8', castBy('m1', 'm2', 'm3'));
    press('Close the ballot and count');
    expect(dialog().queryByRole('textbox')).toBeNull();
  });

  it('before an announced time can only be asked for by the first person, also when every seat has voted', () => {
    show('m8', castBy('m1', 'm2', 'm3'), { closesAt });
    expect(screen.queryByRole('button', { name: /count$/u })).toBeNull();
    press('Ask to close the ballot early');
    expect(dialog().getByText(/another person has to close it/u)).toBeTruthy();
    expect(dialog().getByRole<HTMLTextAreaElement>('textbox').required).toBe(true);
  });

  it('before an announced time is done by another person than the one who asked', () => {
    show('m8', castBy('m1'), { closesAt, earlyClosing: request });
    expect(screen.queryByRole('button', { name: 'Ask to close the ballot early' })).toBeNull();
    press('Close the ballot early and count');
    expect(
      dialog().getByText(/^Secretary 9 \(Secretary\) asks for it, with this reason: “Everybody who can come/u),
    ).toBeTruthy();
  });

  it.each([['m9'], ['m2'], [null]])('shows who asked and why to %s, who cannot close it', (member) => {
    show(member, castBy('m1'), { closesAt, earlyClosing: request });
    expect(screen.getByText('Secretary 9 (Secretary) asks to close this ballot early')).toBeTruthy();
    expect(screen.getByText(reason)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /early/u })).toBeNull();
  });
});

describe('a ballot that is closed', () => {
  it('says who closed it early at whose request, why, and who did not vote', () => {
    const by = memberId('m8');
    const closing: Step = ['vote.closed', 'm8', { ballot: 'B-1', reason }];
    show(null, [...castBy('m1', 'm2'), closing], { closedEarly: { by, reason, requestedBy: memberId('m9') } });
    const said = 'Closed before the announced time by Facilitator 8 (Facilitator), at the request of Secretary 9';
    expect(screen.getByText((text) => text.startsWith(said))).toBeTruthy();
    expect(screen.getByText(reason)).toBeTruthy();
    expect(screen.getByText('Did not vote: Person 3')).toBeTruthy();
  });

  it('says the reason of the one person who closed it while a seat had not voted', () => {
    show(null, [...castBy('m1', 'm2'), ['vote.closed', 'm8', { ballot: 'B-1', reason }]]);
    expect(screen.getByText('Closed by Facilitator 8 (Facilitator) before every seat had voted:')).toBeTruthy();
    expect(screen.getByText(reason)).toBeTruthy();
  });

  it('says that the majority was reached and which party does not concur', () => {
    show(null, [...castBy('m1', 'm2', 'm3'), ['vote.closed', 'm8', { ballot: 'B-1', reason: null }]]);
    expect(screen.getByText('Not adopted')).toBeTruthy();
    expect(screen.getByText('2 yes, 1 no, 0 abstentions of 3 eligible seats')).toBeTruthy();
    expect(screen.getByText(/not every party agrees: Citizens did not concur/u)).toBeTruthy();
  });
});
