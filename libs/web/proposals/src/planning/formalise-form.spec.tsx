import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { type ProposalView } from '@tavolo/contracts';
import { agreed, proposalView } from '../testing/proposal-builder.js';
import { answeringServer, letDialogsOpen } from '../testing/server.js';
import { shown } from '../testing/shown.js';
import { FormaliseForm } from './formalise-form.js';

const version = {
  n: 1,
  frozenAt: '2096-09-04T08:00:00.000Z',
  by: [],
  textHash: 'text-1',
  stateHash: 'state-1',
  clauses: ['A line is open at night.', 'The town pays.'].map((en, index) => ({
    id: `c${index + 1}`,
    number: index + 1,
    text: { en },
    blocks: [{ type: 'paragraph', content: [{ type: 'text', text: en }] }],
  })),
} as unknown as ProposalView['versions'][number];

function show() {
  const procedure = agreed();
  const view: ProposalView = { ...proposalView(procedure, 'm8'), versions: [version] };
  letDialogsOpen();
  const server = answeringServer(view);
  shown(view, <FormaliseForm procedure={procedure} />);
  return server;
}
const clause = (number: number) => within(screen.getByRole('group', { name: `Clause ${number}` }));
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const answers = (number: number) =>
  fireEvent.change(clause(number).getByLabelText('Answers for it'), { target: { value: 'o1' } });
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Formalise' }));

describe('making an agreement', () => {
  it('shows each clause’s words beside its fields', () => {
    show();
    expect(clause(1).getByText('A line is open at night.')).toBeTruthy();
    expect(clause(2).getByText('The town pays.')).toBeTruthy();
  });

  it('says what is missing at each field and in one list, goes to the first, and keeps what was typed', () => {
    const { asked } = show();
    answers(1);
    write('To what', 'Publish the call');
    send();
    const field = clause(2).getByLabelText('Answers for it');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Clause 2 has no answerable party.',
    );
    expect(document.activeElement).toBe(field);
    expect(clause(1).getByLabelText('Answers for it').getAttribute('aria-invalid')).toBeNull();
    const listed = within(screen.getByRole('alert')).getAllByRole('link');
    expect(listed.map(({ textContent }) => textContent)).toContain('Commitment 1: Give the day by which it is done.');
    expect(listed.every((link) => document.getElementById((link.getAttribute('href') ?? '').slice(1)))).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('To what').value).toBe('Publish the call');
    expect(asked()).toEqual([]);
  });

  it('names in one line who has a role, and opens to choose', () => {
    show();
    expect(clause(1).getByText('Does:').parentElement?.textContent).toBe('Does: Nobody yet');
    fireEvent.click(within(clause(1).getByRole('group', { name: 'Does', hidden: true })).getByLabelText('The town'));
    expect(clause(1).getByText('Does:').parentElement?.textContent).toBe('Does: The town');
  });

  it('says what becomes of a complete agreement, and formalises it only after that', async () => {
    const { asked } = show();
    answers(1);
    answers(2);
    write('Who commits', 'o1');
    write('To what', 'Publish the call');
    write('By', '2097-01-10');
    write('Shown by', 'The call');
    write('What is measured', 'Placements');
    write('Today', '7');
    write('Target', '4');
    write('Review on', '2097-11-16');
    send();
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/The adopted text becomes an agreement/u)).toBeTruthy();
    expect(asked()).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Formalise' }));
    await waitFor(() => expect(asked()).toHaveLength(1));
    expect(asked()[0]).toMatchObject({
      act: 'agreement.formalised',
      body: { commitments: [{ holder: 'o1', dueOn: '2097-01-10' }], reviewOn: '2097-11-16' },
    });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
