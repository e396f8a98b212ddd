import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type ConsultationProcedure } from '@tavolo/governance';
import { consultation, consulted, now, proposalView, type Step } from '../testing/proposal-builder.js';
import { answeringServer, letDialogsOpen } from '../testing/server.js';
import { shown } from '../testing/shown.js';
import { DecisionForm } from './decision-form.js';

const assessed = ['m2', 'm3', 'm4'].map((member): Step => [
  'assessment.submitted',
  member,
  { key: `AS-${member.slice(1)}`, position: 'favourable', clause: null, reason: null, condition: null },
]);
const favoured = consultation(...consulted, ...assessed);

function show(
  answered: readonly string[],
  problem: Parameters<ReturnType<typeof answeringServer>['refuse']>[0] = null,
) {
  const procedure: ConsultationProcedure = {
    ...favoured,
    replies: [{ key: 'RE-1', assessments: [...answered], outcome: 'noted', reason: null, at: now }],
  };
  letDialogsOpen();
  const server = answeringServer();
  server.refuse(problem);
  shown(proposalView(procedure, 'm1'), <DecisionForm procedure={procedure} />);
  return server;
}
const all = ['AS-2', 'AS-3', 'AS-4'];
const lead = 'Every assessment must have its reasoned reply first.';

describe('deciding', () => {
  it('says what will be recorded and that it is final, and records it only after that', async () => {
    const server = show(all);
    fireEvent.click(screen.getByRole('radio', { name: 'Adopt' }));
    fireEvent.click(screen.getByRole('button', { name: 'Record the decision' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText('The decision of the institution will read: “Adopt”.')).toBeTruthy();
    expect(dialog.getByText(/cannot be taken back/u)).toBeTruthy();
    expect(server.asked()).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Record the decision' }));
    await waitFor(() => expect(server.asked().map(({ act }) => act)).toEqual(['decision.recorded']));
  });

  it('goes back without recording anything', () => {
    const server = show(all);
    fireEvent.click(screen.getByRole('radio', { name: 'Adopt' }));
    fireEvent.click(screen.getByRole('button', { name: 'Record the decision' }));
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(server.asked()).toEqual([]);
  });

  it('records nothing, and says so, while a reply is missing', () => {
    const server = show(all.slice(1));
    fireEvent.click(screen.getByRole('radio', { name: 'Adopt' }));
    fireEvent.click(screen.getByRole('button', { name: 'Record the decision' }));
    expect(screen.getByRole('alert').textContent).toContain('Not recorded: 1 assessment has no reply yet.');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(server.asked()).toEqual([]);
  });

  it('waits for replies as long as one is missing', () => {
    show(all.slice(1));
    expect(screen.getByText(lead)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Go to AS-2' })).toBeTruthy();
  });

  it('asks for no more replies when all are given', () => {
    show(all);
    expect(screen.queryByText(lead)).toBeNull();
  });

  it('calls a statement that is too short by its name, once and at its field', async () => {
    show(all, { code: 'reason_too_short', params: { min: 200, given: 150 } });
    fireEvent.click(screen.getByRole('radio', { name: 'Do not adopt' }));
    const statement = screen.getByLabelText('Statement on the departure');
    fireEvent.change(statement, { target: { value: 'x'.repeat(150) } });
    fireEvent.click(screen.getByRole('button', { name: 'Record the decision' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toBe('The statement is too short: at least 200 characters are needed.');
    expect(document.getElementById(`${statement.id}-error`)?.contains(alert)).toBe(true);
    expect(statement.getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByText(/reason is too short/u)).toBeNull();
    fireEvent.change(statement, { target: { value: 'x'.repeat(230) } });
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('asks at its field for a statement that was not written', async () => {
    show(all, { code: 'statement_required', params: { min: 200, given: 0 } });
    fireEvent.click(screen.getByRole('radio', { name: 'Do not adopt' }));
    fireEvent.click(screen.getByRole('button', { name: 'Record the decision' }));
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Please write the statement here, with at least 200 characters.',
    );
  });
});
