import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type ConsentRound as Round } from '@tavolo/governance';
import { balloted, now, planning, proposalView } from '../testing/proposal-builder.js';
import { answeringServer, letDialogsOpen } from '../testing/server.js';
import { shown } from '../testing/shown.js';
import { ConsentRound } from './consent-round.js';

beforeAll(letDialogsOpen);

/** A round on the settled text; this table decides by ballots, so that it is made here rather than walked to. */
function open(stands: Round['stands'] = {}, member = 'm2') {
  const settled = planning(...balloted.slice(0, -1));
  const [ballot] = planning(...balloted).ballots;
  const round: Round = {
    n: 1,
    version: 1,
    electorate: ballot!.electorate,
    openedAt: now,
    stands,
    closedAt: null,
    outcome: null,
  };
  const procedure = {
    ...settled,
    stage: 'voting' as const,
    rulebook: { ...settled.rulebook, decision: { ...settled.rulebook.decision, first: 'consent' as const } },
    consentRounds: [round],
  };
  const server = answeringServer();
  shown(proposalView(procedure, member), <ConsentRound round={round} />);
  return server;
}

describe('taking a stand', () => {
  it('has nothing chosen at first, and says at the choices that one has to be chosen', () => {
    const { asked } = open();
    expect(screen.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked)).toEqual([false, false, false]);
    fireEvent.click(screen.getByRole('button', { name: 'Give my stand' }));
    const group = screen.getByRole('radiogroup', { name: 'Your stand' });
    expect(group.getAttribute('aria-invalid')).toBe('true');
    expect(within(group).getByText('Choose one of these.')).toBeTruthy();
    expect(group.contains(document.activeElement)).toBe(true);
    expect(asked()).toEqual([]);
  });

  it('keeps the stand that was given chosen', () => {
    open({ s2: { stand: 'stand_aside', reason: null, change: null, at: now } });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'I stand aside' }).checked).toBe(true);
  });

  it('asks an objection for its reason and for the change that would meet it, each at its field', () => {
    const { asked } = open();
    fireEvent.click(screen.getByRole('radio', { name: 'I object' }));
    fireEvent.click(screen.getByRole('button', { name: 'Give my stand' }));
    const reason = screen.getByLabelText('Why you object');
    const change = screen.getByLabelText('Which change would meet your objection');
    expect([reason, change].map((field) => field.getAttribute('aria-invalid'))).toEqual(['true', 'true']);
    expect(document.activeElement).toBe(reason);
    expect(asked()).toEqual([]);
    fireEvent.change(reason, { target: { value: 'Too costly.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Give my stand' }));
    expect(document.activeElement).toBe(change);
  });

  it('makes no claim about the language in which others wrote their reasons', () => {
    open({ s1: { stand: 'objection', reason: 'Costa troppo.', change: 'Meno ore.', at: now } });
    expect(screen.getByText('Costa troppo.').getAttribute('lang')).toBe('');
    expect(screen.getByText('Meno ore.').getAttribute('lang')).toBe('');
  });
});

describe('closing a consent round', () => {
  const close = { name: 'Close the consent round' };
  const consented = { stand: 'consent', reason: null, change: null, at: now } as const;

  it('needs a written reason while seats have not taken a stand, and says what follows', async () => {
    const { asked } = open({ s1: consented }, 'm8');
    fireEvent.click(screen.getByRole('button', close));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/^2 seats have not taken a stand yet/u).textContent).toContain(
      'without an objection, and with the quorum, the text is adopted',
    );
    fireEvent.click(dialog.getByRole('button', close));
    const reason = dialog.getByLabelText('Why the round is closed now');
    expect(reason.getAttribute('aria-invalid')).toBe('true');
    expect(asked()).toEqual([]);
    fireEvent.change(reason, { target: { value: 'They cannot be reached.' } });
    fireEvent.click(dialog.getByRole('button', close));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked()).toEqual([{ act: 'consent_round.closed', body: { reason: 'They cannot be reached.' } }]);
  });

  it('needs none when every seat has taken one', async () => {
    const { asked } = open({ s1: consented, s2: consented, s3: consented }, 'm8');
    fireEvent.click(screen.getByRole('button', close));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.queryByLabelText('Why the round is closed now')).toBeNull();
    fireEvent.click(dialog.getByRole('button', close));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked()).toEqual([{ act: 'consent_round.closed', body: { reason: null } }]);
  });
});
