import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { type VersionView } from '@tavolo/contracts';
import { type AutoRegulationProcedure } from '@tavolo/governance';
import { charter, inForce, now, proposalView, signing, type Step } from '../testing/proposal-builder.js';
import { answeringServer } from '../testing/server.js';
import { shown } from '../testing/shown.js';
import { CharterRecord } from './charter-record.js';

const version: VersionView = {
  n: 1,
  frozenAt: now,
  by: ['m2'],
  textHash: 'text-1',
  stateHash: 'state-1',
  clauses: [{ id: 'c1', number: 1, text: { en: 'Name a contact.' }, blocks: [] }],
};
const show = (procedure: AutoRegulationProcedure, member: string | null = null) =>
  shown({ ...proposalView(procedure, member), versions: [version] }, <CharterRecord procedure={procedure} />);
const raised: Step = ['breach.raised', 'm1', { subject: 's2', reason: 'No contact was named.' }];
const found: Step = ['breach.found', 'm8', { breach: 1, finding: 'None for six months.' }];

describe('commitments under a charter', () => {
  const fill = async (holder: string) => {
    fireEvent.click(screen.getByText('Assign a commitment'));
    fireEvent.change(await screen.findByLabelText('Who does it'), { target: { value: holder } });
    fireEvent.change(screen.getByLabelText('What is done'), { target: { value: 'Name a contact.' } });
    fireEvent.change(screen.getByLabelText('By'), { target: { value: '2097-01-31' } });
    fireEvent.click(screen.getByRole('button', { name: 'Assign' }));
  };

  it('keep those apart whom the charter does not bind, and say so at the field when one is chosen', async () => {
    answeringServer().refuse({ code: 'not_a_signatory', params: { subject: 's3' } });
    show(charter(...inForce), 'm8');
    await fill('s3');
    const holder = screen.getByLabelText<HTMLSelectElement>('Who does it');
    const others = within(holder).getByRole('group', { name: 'Not bound by the charter' });
    expect(within(others).getByRole('option', { name: 'Citizens, seat 3' })).toBeTruthy();
    await waitFor(() => expect(holder.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByText('Citizens, seat 3 has not signed the charter, and is not bound by it.')).toBeTruthy();
    expect(document.activeElement).toBe(holder);
  });

  it('are sent with holder, clause, what and date', async () => {
    const server = answeringServer();
    show(charter(...inForce), 'm8');
    await fill('o1');
    await waitFor(() =>
      expect(server.asked()).toEqual([
        {
          act: 'charter.commitment_assigned',
          body: { holder: 'o1', clause: 'c1', what: 'Name a contact.', dueOn: '2097-01-31' },
        },
      ]),
    );
  });

  it('stay with those who left', () => {
    const commitment = { holder: 'o1', clause: 'c1', what: 'Name a contact.', dueOn: '2097-01-31' };
    const procedure = charter(...inForce, ['charter.commitment_assigned', 'm8', commitment]);
    show({ ...procedure, signatures: procedure.signatures.slice(1) });
    expect(screen.getByText(/no longer a signatory; what was due still is/u)).toBeTruthy();
  });
});

describe('a breach of a charter', () => {
  it('is talked about first: nobody is asked to exclude before a finding is published', () => {
    const { unmount } = show(charter(...inForce, raised), 'm1');
    expect(screen.getByText('No contact was named.')).toBeTruthy();
    expect(screen.getByText(/The two talk with each other first/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Support its exclusion' })).toBeNull();
    unmount();
    show(charter(...inForce, raised, found), 'm1');
    expect(screen.getByText('None for six months.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Support its exclusion' })).toBeTruthy();
  });

  it('asks neither whom it is about nor those who have not signed', () => {
    for (const member of ['m2', 'm3']) {
      const { unmount } = show(charter(...inForce, raised, found), member);
      expect(screen.queryByRole('button', { name: 'Support its exclusion' })).toBeNull();
      unmount();
    }
  });

  it('is reported by signatories alone, of another signatory', async () => {
    show(charter(...inForce), 'm1');
    fireEvent.click(screen.getByText('Report a breach'));
    const whom = await screen.findByLabelText('Who does not keep the charter');
    expect(within(whom).queryByRole('option', { name: 'The town' })).toBeNull();
    expect(within(whom).getByRole('option', { name: 'Third sector, seat 2' })).toBeTruthy();
  });
});

it('nothing follows from a charter that never was in force', () => {
  show(charter(...signing), 'm8');
  expect(screen.queryByText('Commitments under the charter')).toBeNull();
});
