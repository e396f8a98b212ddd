import { screen } from '@testing-library/dom';
import { type PlanningProcedure } from '@tavolo/governance';
import { balloted, planning, proposalView, type Step } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';
import { PlanningSteps } from './planning-steps.js';

const show = (procedure: PlanningProcedure) =>
  shown(proposalView(procedure, 'm8'), <PlanningSteps procedure={procedure} />);
const buttons = () =>
  screen.getAllByRole('button').map((button) => [button.textContent, button.getAttribute('data-variant')]);

describe('the steps of a settled text', () => {
  const settled = planning(...balloted.slice(0, -1));

  it('begin with the decision, and the way back comes quietly after it', () => {
    show(settled);
    expect(buttons()).toEqual([
      ['Open a ballot', 'filled'],
      ['Reopen the negotiation', 'outline'],
    ]);
  });

  it('put consent before the ballot where the rulebook does', () => {
    const { rulebook } = settled;
    show({ ...settled, rulebook: { ...rulebook, decision: { ...rulebook.decision, first: 'consent' } } });
    expect(buttons()).toEqual([
      ['Open a consent round', 'filled'],
      ['Open a ballot', 'outline'],
      ['Reopen the negotiation', 'outline'],
    ]);
  });
});

describe('the steps of a text that was referred back', () => {
  const against = ['m1', 'm2', 'm3'].map((member): Step => ['vote.cast', member, { ballot: 'B-1', choice: 'no' }]);

  it('begin with reopening the negotiation', () => {
    show(planning(...balloted, ...against, ['vote.closed', 'm8', { ballot: 'B-1', reason: null }]));
    expect(buttons()).toEqual([['Reopen the negotiation', 'filled']]);
  });
});
