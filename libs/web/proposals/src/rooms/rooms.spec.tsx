import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type PlanningProcedure } from '@tavolo/governance';
import { memberId, type Instant } from '@tavolo/kernel';
import { agreed, now, proposalView } from '../testing/proposal-builder.js';
import { answeringServer, letDialogsOpen } from '../testing/server.js';
import { shown } from '../testing/shown.js';
import { JointLabel } from './joint-label.js';
import { MandatePanel } from './mandate-panel.js';
import { SubmitJointly } from './submit-jointly.js';

beforeAll(letDialogsOpen);

type Mandate = NonNullable<PlanningProcedure['mandates']>[number];

const mandate = (more: Partial<Mandate> = {}): Mandate => ({
  n: 1,
  spokesperson: memberId('m2'),
  deputy: null,
  may: 'One flat in the first year.',
  mayNot: 'Give up the choice of flatmates.',
  until: '2096-12-31',
  proposedBy: memberId('m1'),
  proposedAt: now,
  supporters: [],
  givenAt: now,
  endSupporters: [],
  endReason: null,
  ended: null,
  ...more,
});

/** The room of a coalition, with a text that it has adopted. */
function room(mandates: readonly Mandate[] = [], more: Partial<PlanningProcedure> = {}): PlanningProcedure {
  const adopted = agreed();
  return { ...adopted, rulebook: { ...adopted.rulebook, negotiatingMandate: true }, mandates, ...more };
}

describe('the negotiating mandate in the room', () => {
  it('shows who speaks, what she may and may not, until when, and that only members see it', () => {
    const procedure = room([mandate()]);
    answeringServer();
    shown(proposalView(procedure, 'm1'), <MandatePanel procedure={procedure} />);
    expect(screen.getByText('Only the members of this room see the mandate and its limits.')).toBeTruthy();
    expect(screen.getByText('One flat in the first year.')).toBeTruthy();
    expect(screen.getByText('Give up the choice of flatmates.')).toBeTruthy();
    expect(screen.getByText('31 December 2096')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Ask to end this mandate' })).toBeTruthy();
  });

  it('offers the spokesperson to lay it down, with a reason', async () => {
    const procedure = room([mandate()]);
    const { asked } = answeringServer();
    shown(proposalView(procedure, 'm2'), <MandatePanel procedure={procedure} />);
    fireEvent.click(screen.getByRole('button', { name: 'Lay this mandate down' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('Why it should end'), { target: { value: 'I am leaving.' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Lay this mandate down' }));
    const body = { mandate: 1, reason: 'I am leaving.' };
    await waitFor(() => expect(asked()).toEqual([{ act: 'negotiating_mandate.end_supported', body }]));
  });

  it('says so when its last day is over', () => {
    const procedure = room([mandate({ until: '2000-01-01' })]);
    answeringServer();
    shown(proposalView(procedure, 'm1'), <MandatePanel procedure={procedure} />);
    expect(screen.getByText(/^This mandate has ended by its date/u)).toBeTruthy();
  });

  it('asks the other seats for their support of one that was put forward, and counts it', () => {
    const supporters = [{ seat: 's1', by: memberId('m1'), at: now }] as unknown as Mandate['supporters'];
    const procedure = room([mandate({ givenAt: null, supporters })]);
    answeringServer();
    shown(proposalView(procedure, 'm2'), <MandatePanel procedure={procedure} />);
    expect(screen.getByText(/^1 seat supports it; 2 of 3 are needed to give it\./u)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Support this mandate' })).toBeTruthy();
  });

  it('says at each field what is missing in one that is put forward', async () => {
    const procedure = room();
    const { asked } = answeringServer();
    shown(proposalView(procedure, 'm1'), <MandatePanel procedure={procedure} />);
    const details = screen.getByText('Put forward a mandate').closest('details');
    if (details) details.open = true;
    if (details) fireEvent(details, new Event('toggle'));
    fireEvent.click(await screen.findByRole('button', { name: 'Put it forward' }));
    expect(screen.getByText('Say who speaks for you.')).toBeTruthy();
    expect(screen.getAllByText('Write it in a sentence or two.')).toHaveLength(2);
    expect(screen.getByText('Say until when.')).toBeTruthy();
    expect(asked()).toEqual([]);
  });
});

describe('handing the text to a table', () => {
  it('is for the spokesperson; others read that she does it, and where it was handed in', () => {
    const at = '2026-11-16T08:30:00.000Z' as Instant;
    const handed = { table: 'T-SYS', proposal: 'P-502', version: 1, mandate: 1, by: memberId('m2'), at };
    answeringServer();
    const waiting = room([mandate()]);
    const { unmount } = shown(proposalView(waiting, 'm1'), <SubmitJointly procedure={waiting} />);
    expect(screen.getByText('The spokesperson submits the text.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    unmount();
    const procedure = room([mandate()], { submissions: [handed] });
    shown(proposalView(procedure, 'm1'), <SubmitJointly procedure={procedure} />);
    expect(screen.getByText(/Submitted to T-SYS on 16 November 2026/u)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'P-502' }).getAttribute('href')).toBe('/proposals/P-502');
  });
});

describe('a joint proposal at its table', () => {
  const view = proposalView(agreed());

  it('says of how many organisations it is, and names them', () => {
    const jointly = [{ id: 'o1', key: 'org-1', name: { en: 'Mani Vicine' } }];
    shown({ ...view, joint: { organisations: 7, people: 0 }, jointly }, <JointLabel />);
    expect(screen.getByText('Joint proposal of 7 organisations')).toBeTruthy();
    expect(screen.getByText('Mani Vicine')).toBeTruthy();
  });

  it('of citizens says of how many people it is; any other proposal says nothing', () => {
    const { container, unmount } = shown(view, <JointLabel />);
    expect(container.textContent).toBe('');
    unmount();
    shown({ ...view, joint: { organisations: 0, people: 3 } }, <JointLabel />);
    expect(screen.getByText('Joint proposal of 3 people')).toBeTruthy();
  });
});
