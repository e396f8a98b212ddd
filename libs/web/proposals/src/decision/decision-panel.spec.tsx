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
