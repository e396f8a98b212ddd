import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type PlanningProcedure } from '@tavolo/governance';
import { balloted, negotiated, planning, proposalView, type Step } from '../testing/proposal-builder.js';
import { answeringServer, letDialogsOpen } from '../testing/server.js';
import { shown } from '../testing/shown.js';
import { NegotiationView } from './negotiation-view.js';

beforeAll(letDialogsOpen);

const clauses = ['c1', 'c2'].map((id, index) => ({
  id,
  number: index + 1,
  words: index === 0 ? 'We share the costs.' : 'We meet monthly.',
  textHash: `${id}-first`,
}));
const stated = (member: string, stand: string, words: object = { reason: null, change: null }): Step => [
  'stand.stated',
  member,
  { clause: 'c1', textHash: 'c1-first', stand, ...words },
];
const objection = stated('m3', 'objection', { reason: 'Small ones cannot pay.', change: 'Pay by size.' });
const nextRound: Step = [
  'negotiation_round.opened',
  'm8',
  { clauses: clauses.map(({ id, textHash }) => ({ id, textHash })) },
];

const show = (
  procedure: PlanningProcedure,
  member: string | null,
  live: readonly (typeof clauses)[number][] = clauses,
) =>
  shown(proposalView(procedure, member), <NegotiationView procedure={procedure} />, {
    textHash: 'text-1',
    saved: true,
    empty: false,
    clauses: live,
  });
const row = (name: RegExp) => within(screen.getByRole('row', { name }));

describe('the stands of the parties', () => {
  it('stand side by side on each clause, an objection with the change that would meet it', () => {
    answeringServer();
    show(planning(...negotiated, stated('m1', 'consent'), objection), null);
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Clause',
      'Public bodies',
      'Third sector',
      'Citizens',
    ]);
    const first = row(/We share the costs/u);
    expect(first.getByText('Consents')).toBeTruthy();
    expect(first.getByText('Objects')).toBeTruthy();
    expect(first.getByText('Small ones cannot pay.')).toBeTruthy();
    expect(first.getByText('Pay by size.')).toBeTruthy();
    expect(first.getAllByText('nothing said yet')).toHaveLength(1);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('are empty in words before anybody has spoken, and before there is a clause', () => {
    answeringServer();
    show(planning(...negotiated), 'm2', []);
    expect(screen.getByText('No party has said anything yet.')).toBeTruthy();
    expect(screen.getByText('The text has no clauses.')).toBeTruthy();
  });

  it('do not call clauses taken out while the text is still opening', () => {
    answeringServer();
    show(planning(...negotiated, objection, nextRound), 'm2', []);
    expect(screen.queryByText(/taken out/u)).toBeNull();
    expect(screen.queryByText('The text has no clauses.')).toBeNull();
  });

  it('say when a clause has been rewritten since', () => {
    answeringServer();
    show(planning(...negotiated, objection), 'm2', [{ ...clauses[0]!, textHash: 'c1-later' }]);
    expect(screen.getByText('The clause has been rewritten since.')).toBeTruthy();
  });

  it('are stated for her own party by somebody with a vote, who is told what an objection still lacks', async () => {
    const { asked } = answeringServer();
    show(planning(...negotiated), 'm3');
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'State the stand of Citizens',
      'State the stand of Citizens',
    ]);
    fireEvent.click(row(/We meet monthly/u).getByRole('button'));
    fireEvent.click(screen.getByLabelText('It objects'));
    fireEvent.click(screen.getByRole('button', { name: 'State this stand' }));
    expect(asked()).toEqual([]);
    fireEvent.change(screen.getByLabelText('Why it objects'), { target: { value: 'Too often.' } });
    fireEvent.change(screen.getByLabelText('Which change would meet the objection'), {
      target: { value: 'Quarterly.' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'State this stand' }));
    const body = {
      clause: 'c2',
      textHash: 'c2-first',
      stand: 'objection',
      reason: 'Too often.',
      change: 'Quarterly.',
    };
    await waitFor(() => expect(asked()).toEqual([{ act: 'stand.stated', body }]));
  });

  it('stay to be read, folded away, when the negotiation is over', () => {
    answeringServer();
    show(planning(...negotiated, objection, ...balloted.slice(negotiated.length)), 'm2');
    expect(screen.getByText('How the parties stood while the text was negotiated')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('what moved since the last round', () => {
  it('is said line by line, of the stands and of the words', () => {
    answeringServer();
    const moved = planning(...negotiated, objection, nextRound, stated('m3', 'consent'));
    show(moved, 'm8', [clauses[0]!, { ...clauses[1]!, textHash: 'c2-later' }]);
    const lines = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'Clause 1: Citizens came closer, from “Objects” to “Consents”.',
      'Clause 2 was rewritten.',
    ]);
    expect(screen.getByRole('button', { name: 'Open the next round' })).toBeTruthy();
  });

  it('is nothing where nothing moved, and is announced for the second round in the first', () => {
    answeringServer();
    const { unmount } = show(planning(...negotiated, objection), 'm8');
    expect(screen.getByText(/^This is the first round/u)).toBeTruthy();
    unmount();
    show(planning(...negotiated, objection, nextRound), 'm8');
    expect(screen.getByText('Nothing has moved since round 1.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Open the next round' })).toBeNull();
  });
});
