import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { adoptedByHolders, decision, handedIn, proposalView, type Step } from '../testing/proposal-builder.js';
import { answeringServer, letDialogsOpen } from '../testing/server.js';
import { shown } from '../testing/shown.js';
import { DecisionPanel } from './decision-panel.js';

function show(member: string | null, ...steps: readonly Step[]) {
  const procedure = decision(...steps);
  letDialogsOpen();
  const server = answeringServer();
  shown(proposalView(procedure, member), <DecisionPanel procedure={procedure} />);
  return server;
}
const button = (name: string) => screen.getByRole('button', { name });
const calledIn: Step = ['decision.called_in', 'm1', { ground: 'unlawful', reason: 'Against the law on tenders.' }];
const insisted: Step = ['decision.insisted', 'm2', { reason: 'The law allows it.' }];

describe('a decision under a mandate', () => {
  it('is blocked when it spends a cent more than one decision may, and says so with both amounts', () => {
    show(null, handedIn(800_001));
    expect(screen.getByText(/^Blocked: /u)).toBeTruthy();
    expect(screen.getByText(/It spends €8,000\.01, but one decision may spend at most €8,000\.00\./u)).toBeTruthy();
  });

  it('passes the check with exactly what one decision may spend', () => {
    show(null, handedIn(800_000));
    expect(screen.getByText('Version 1 is within the mandate.')).toBeTruthy();
  });

  it('shows what was declared when it was handed in: sum, area, and whom it benefits', () => {
    show(null, handedIn(800_000));
    const declared = within(screen.getByRole('heading', { name: /^Check against/u }).closest('section')!);
    expect(declared.getByText('€8,000.00, current expenses')).toBeTruthy();
    expect(declared.getByText('access')).toBeTruthy();
    expect(declared.getByText('Organisations that benefit').nextElementSibling?.textContent).toBe('None');
  });

  it('stands still after its adoption until the day on which it takes effect', () => {
    show(null, ...adoptedByHolders);
    expect(screen.getByText('Adopted on 4 September 2096')).toBeTruthy();
    expect(screen.getByText(/14 September 2096/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Call in' })).toBeNull();
  });

  it('can be called in by the institution on exactly four grounds, with a reason', async () => {
    const server = show('m1', ...adoptedByHolders);
    expect(within(screen.getByRole('radiogroup', { name: 'Ground' })).getAllByRole('radio')).toHaveLength(4);
    fireEvent.click(button('Call in'));
    expect(
      screen.getByText(
        'It is possible only on one of these grounds: out of scope, over budget, unlawful and an interest was not declared. That a decision seems of no use is none of them.',
      ),
    ).toBeTruthy();
    expect(server.asked()).toEqual([]);
    fireEvent.click(screen.getByRole('radio', { name: 'unlawful' }));
    fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'Against the law.' } });
    fireEvent.click(button('Call in'));
    const body = { ground: 'unlawful', reason: 'Against the law.' };
    await waitFor(() => expect(server.asked()).toEqual([{ act: 'decision.called_in', body }]));
  });

  it('is amended, withdrawn or insisted on by its authors when it was called in', () => {
    show('m2', ...adoptedByHolders, calledIn);
    expect(screen.getByText(/^Called in on 4 September 2096: unlawful/u)).toBeTruthy();
    expect(screen.getByText('The holders have not answered yet.')).toBeTruthy();
    for (const name of ['Amend', 'Insist', 'Withdraw the decision']) expect(button(name)).toBeTruthy();
  });

  it('asks the holders nothing more once they insist', () => {
    show('m2', ...adoptedByHolders, calledIn, insisted);
    expect(screen.getByText('The law allows it.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Insist' })).toBeNull();
  });

  it.each(['m2', 'm3', 'm4', 'm8', 'm10', null])('cannot be called in by anybody else, such as %s', (member) => {
    show(member, ...adoptedByHolders);
    expect(screen.queryByRole('radiogroup', { name: 'Ground' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Call in' })).toBeNull();
  });

  it('is insisted on with a reason, which is asked for before anything is sent', async () => {
    const server = show('m2', ...adoptedByHolders, calledIn);
    fireEvent.click(button('Insist'));
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Insist' }));
    expect(server.asked()).toEqual([]);
    fireEvent.change(dialog.getByLabelText('Reason'), { target: { value: 'The law allows it.' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Insist' }));
    const body = { reason: 'The law allows it.' };
    await waitFor(() => expect(server.asked()).toEqual([{ act: 'decision.insisted', body }]));
  });

  it.each(['m1', 'm4', 'm10', null])(
    'is not answered for by %s, who is none of its authors and does not guide',
    (member) => {
      show(member, ...adoptedByHolders, calledIn);
      for (const name of ['Amend', 'Insist', 'Withdraw the decision', 'Record the ruling']) {
        expect(screen.queryByRole('button', { name })).toBeNull();
      }
    },
  );

  it('is ruled on by the guarantor, on the stated ground only and with a reason, once the holders insist', async () => {
    const server = show('m10', ...adoptedByHolders, calledIn, insisted);
    expect(screen.getByText('You rule on the stated ground only: unlawful.')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'The ground is not there: the decision stands' }));
    fireEvent.click(button('Record the ruling'));
    expect(server.asked()).toEqual([]);
    fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'The law leaves room for it.' } });
    fireEvent.click(button('Record the ruling'));
    const body = { upheld: false, reason: 'The law leaves room for it.' };
    await waitFor(() => expect(server.asked()).toEqual([{ act: 'call_in.ruled', body }]));
  });

  it.each(['m1', 'm2', 'm3', 'm8', null])('is not ruled on by %s, who is not the guarantor', (member) => {
    show(member, ...adoptedByHolders, calledIn, insisted);
    expect(screen.queryByRole('button', { name: 'Record the ruling' })).toBeNull();
  });

  it.each([
    [true, /^The guarantor upheld the call-in/u],
    [false, /^The guarantor did not uphold the call-in/u],
  ])('tells everybody what the guarantor ruled, upheld: %s', (upheld, words) => {
    const ruled: Step = ['call_in.ruled', 'm10', { upheld, reason: 'As the statute says.' }];
    show(null, ...adoptedByHolders, calledIn, insisted, ruled);
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText('As the statute says.')).toBeTruthy();
    expect(screen.queryByText('Annulled: the guarantor upheld the call-in.') !== null).toBe(upheld);
  });

  it('is left by a holder with a conflict of interest, under the other steps, with the reason', async () => {
    const server = show('m2', handedIn(800_000));
    const others = screen.getByText('Other steps').closest('details');
    if (!others) throw new Error('the other steps are not folded away');
    others.open = true;
    fireEvent(others, new Event('toggle'));
    fireEvent.click(button('Declare a conflict of interest'));
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('Reason'), { target: { value: 'I work there.' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Declare a conflict of interest' }));
    const body = { reason: 'I work there.' };
    await waitFor(() => expect(server.asked()).toEqual([{ act: 'seat.recused', body }]));
  });

  const allLeft: readonly Step[] = [
    handedIn(800_000),
    ...['m2', 'm7', 'm3'].map((member): Step => ['seat.recused', member, { reason: 'I work there.' }]),
  ];

  it('goes to the institution when conflicts of interest leave too few to decide', async () => {
    const server = show('m1', ...allLeft);
    expect(screen.getByText('After conflicts of interest were declared, too few remained to decide.')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Adopt it' }));
    fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'It is needed.' } });
    fireEvent.click(button('Record the answer'));
    const body = { outcome: 'adopted', reason: 'It is needed.' };
    await waitFor(() => expect(server.asked()).toEqual([{ act: 'institution.answered', body }]));
  });

  it.each(['m2', 'm3', 'm8', 'm10', null])('is then not answered by %s, who waits for the institution', (member) => {
    show(member, ...allLeft);
    expect(screen.getByText('The institution has not answered yet.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Record the answer' })).toBeNull();
  });

  it('went to the institution when the holders rejected it, and the institution answers with a reason', async () => {
    const rejected = adoptedByHolders.map((one): Step =>
      one[0] === 'vote.cast' ? [one[0], one[1], { ballot: 'B-1', choice: 'no' }] : one,
    );
    const server = show('m1', ...rejected);
    expect(screen.getByText('The holders did not adopt it.')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Do not adopt it' }));
    fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'Too dear.' } });
    fireEvent.click(button('Record the answer'));
    const body = { outcome: 'not_adopted', reason: 'Too dear.' };
    await waitFor(() => expect(server.asked()).toEqual([{ act: 'institution.answered', body }]));
  });
});
