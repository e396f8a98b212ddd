import { fireEvent, screen } from '@testing-library/dom';
import { type ConsentRound as Round } from '@tavolo/governance';
import { balloted, now, planning, proposalView } from '../testing/proposal-builder.js';
import { answeringServer } from '../testing/server.js';
import { shown } from '../testing/shown.js';
import { ConsentRound } from './consent-round.js';

/** A round on the settled text; this table decides by ballots, so that it is made here rather than walked to. */
function open(stands: Round['stands'] = {}) {
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
  shown(proposalView(procedure, 'm2'), <ConsentRound round={round} />);
  return server;
}

describe('taking a stand', () => {
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
