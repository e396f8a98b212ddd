import { renderHook } from '@testing-library/react';
import { type ProposalView } from '@tavolo/contracts';
import {
  balloted,
  charter,
  consultation,
  consulted,
  negotiated,
  planning,
  proposalView,
  signed,
  signing,
  type Step,
} from '../testing/proposal-builder.js';
import { useNews, type Heard } from './use-news.js';

const heard = (...acts: readonly Heard['act'][]): readonly Heard[] => acts.map((act) => ({ act, own: false }));

function news(heardFacts: readonly Heard[], before: ProposalView, after: ProposalView): readonly string[] {
  return renderHook(() => useNews()).result.current(heardFacts, before, after);
}

const vote = (member: string, choice = 'yes'): Step => ['vote.cast', member, { ballot: 'B-1', choice }];
const voting = (member: string, ...votes: readonly Step[]) => proposalView(planning(...balloted, ...votes), member);

describe('what others did, for screen readers', () => {
  it('names who did it', () => {
    expect(news(heard('vote.cast'), voting('m2'), voting('m2', vote('m1')))).toEqual(['Person 1 voted.']);
  });

  it('names each of several once, also when their facts come together', () => {
    const after = voting('m2', vote('m1'), vote('m3', 'no'));
    expect(news(heard('vote.cast', 'vote.cast'), voting('m2'), after)).toEqual(['Person 1 voted.', 'Person 3 voted.']);
  });

  it('never says one’s own act, nor says again what the page had already', () => {
    expect(news(heard('vote.cast'), voting('m1'), voting('m1', vote('m1')))).toEqual([]);
    expect(news(heard('vote.cast'), voting('m2', vote('m1')), voting('m2', vote('m1')))).toEqual([]);
  });

  it('names who confirmed the text, and says once that it is settled', () => {
    const before = proposalView(planning(...negotiated), 'm2');
    const after = proposalView(planning(...negotiated, ['settlement.confirmed', 'm1', { textHash: 'text-1' }]), 'm2');
    expect(news(heard('settlement.confirmed', 'proposal.frozen', 'proposal.settled'), before, after)).toEqual([
      'Person 1 confirmed the text.',
      'Everybody confirmed: the text is settled.',
    ]);
    expect(news(heard('settlement.withdrawn'), after, before)).toEqual([
      'Person 1 withdrew the confirmation of the text.',
    ]);
  });

  it('is a whole sentence where the proposal does not keep who did it', () => {
    const view = voting('m2');
    expect(news(heard('vote.opened'), view, view)).toEqual(['A ballot was opened.']);
    expect(news([{ act: 'vote.opened', own: true }], view, view)).toEqual([]);
  });

  it('names for whom a charter was signed, and never one’s own signature', () => {
    const before = charter(...signing);
    const after = charter(...signing, signed('m1', 'o1'));
    const signature = heard('charter.signed');
    expect(news(signature, proposalView(before, 'm3'), proposalView(after, 'm3'))).toEqual([
      'The town signed the charter.',
    ]);
    expect(news(signature, proposalView(before, 'm1'), proposalView(after, 'm1'))).toEqual([]);
  });

  it('names who gave an assessment', () => {
    const given: Step = [
      'assessment.submitted',
      'm3',
      { key: 'AS-1', position: 'favourable', clause: null, reason: null, condition: null },
    ];
    const before = proposalView(consultation(...consulted), 'm1');
    const after = proposalView(consultation(...consulted, given), 'm1');
    expect(news(heard('assessment.submitted'), before, after)).toEqual(['Person 3 gave an assessment.']);
  });
});
