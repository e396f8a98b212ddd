import { screen } from '@testing-library/dom';
import { type AmendmentView } from '@tavolo/contracts';
import { type PlanningProcedure } from '@tavolo/governance';
import { balloted, negotiated, now, planning, proposalView } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';
import { type LiveTextState } from '../writing/live-text.js';
import { Settlement } from './settlement.js';

function show(member: string, liveText: Partial<LiveTextState>) {
  const procedure = planning(...negotiated, ['settlement.confirmed', 'm1', { textHash: 'text-1' }]);
  shown(proposalView(procedure, member), <Settlement procedure={procedure} />, {
    textHash: 'text-1',
    saved: true,
    empty: false,
    ...liveText,
  });
}
const confirm = () => screen.queryByRole<HTMLButtonElement>('button', { name: 'Confirm this text for Third sector' });

describe('confirming the text', () => {
  it('shows who has confirmed these very words', () => {
    show('m2', {});
    expect(screen.getByText('confirmed by Person 1')).toBeTruthy();
    expect(screen.getAllByText('not confirmed yet')).toHaveLength(3);
    expect(confirm()?.disabled).toBe(false);
  });

  it('shows that a confirmation is outdated as soon as the words have changed', () => {
    show('m2', { textHash: 'text-2' });
    expect(screen.queryByText('confirmed by Person 1')).toBeNull();
    expect(screen.getByText('confirmed an earlier text; the words have changed since')).toBeTruthy();
  });

  it('asks whoever confirmed earlier words to confirm again', () => {
    show('m1', { textHash: 'text-2' });
    expect(screen.getByRole('button', { name: 'Confirm this text for Public bodies' })).toBeTruthy();
  });

  it('waits until every word is saved, and does not take an empty text', () => {
    show('m2', { saved: false });
    expect(confirm()?.disabled).toBe(true);
    expect(screen.getByText('Wait until your words are saved.')).toBeTruthy();
  });

  it('does not call a text empty that has not opened yet', () => {
    show('m2', { textHash: null, empty: true });
    expect(screen.getByText('Wait until the text has opened.')).toBeTruthy();
    expect(screen.queryByText('Write at least one clause before confirming.')).toBeNull();
  });

  const change = (key: string, outcome: AmendmentView['outcome'], differing: Partial<AmendmentView> = {}) => ({
    key,
    version: 0,
    clause: null,
    by: 'm3',
    kind: 'friendly' as const,
    text: { en: 'Add the weekend.' },
    outcome,
    reason: null,
    at: now,
    ...differing,
  });
  const showChanges = (procedure: PlanningProcedure, ...amendments: AmendmentView[]) =>
    shown({ ...proposalView(procedure, 'm2'), amendments }, <Settlement procedure={procedure} />, {
      textHash: 'text-1',
      saved: true,
      empty: false,
      clauses: ['c1', 'c2'].map((id, index) => ({ id, number: index + 1, words: 'Words.' })),
    });

  it('warns of amendments that have no answer, and says what becomes of them', () => {
    showChanges(planning(...negotiated), change('AM-1', 'open'), change('AM-2', 'rejected'));
    expect(screen.getByText('1 amendment has no answer yet')).toBeTruthy();
    expect(screen.getByText(/it is not part of the text that is decided/u)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Read the amendments' }).getAttribute('href')).toBe('#changes');
    expect(screen.queryByText(/^Accepted and to be written/u)).toBeNull();
  });

  it('names the accepted changes that have to stand in the text, with their clauses', () => {
    showChanges(
      planning(...negotiated),
      change('AM-7', 'accepted', { clause: 'c2' }),
      change('AM-8', 'accepted'),
      change('AM-9', 'withdrawn'),
    );
    expect(screen.getByText('Accepted and to be written: AM-7 (clause 2) and AM-8')).toBeTruthy();
    expect(screen.getByText('See that they are in the text before you confirm.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Read the amendments' }).getAttribute('href')).toBe('#changes');
  });

  it('names no amendments that were proposed before the text was last frozen', () => {
    const reopened = planning(...balloted.slice(0, -1), ['negotiation.reopened', 'm8']);
    showChanges(reopened, change('AM-7', 'accepted'), change('AM-8', 'accepted', { version: 1 }));
    expect(screen.getByText('Accepted and to be written: AM-8')).toBeTruthy();
    expect(screen.getByText('See that it is in the text before you confirm.')).toBeTruthy();
  });
});
