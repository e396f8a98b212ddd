import { screen } from '@testing-library/dom';
import { type ProposalView, type VersionView } from '@tavolo/contracts';
import { type AutoRegulationProcedure } from '@tavolo/governance';
import { ProposalText } from '../page/proposal-text.js';
import { charter, inForce, now, proposalView, signing, type Step } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';

const words = ['The words of the first version', 'The words of the second version'];
const version = (n: number): VersionView => ({
  n,
  frozenAt: now,
  by: ['m2'],
  textHash: `text-${n}`,
  stateHash: `state-${n}`,
  clauses: [
    {
      id: 'c1',
      number: 1,
      text: { en: words[n - 1] ?? '' },
      blocks: [{ type: 'paragraph', content: [{ type: 'text', text: words[n - 1] ?? '' }] }],
    },
  ],
});
const second = { version: 2, textHash: 'text-2', stateHash: 'state-2', clauses: ['c1'], at: now };
const proposed: readonly Step[] = [...inForce, ['proposal.frozen', 'm1', { text: second }]];
const show = (procedure: AutoRegulationProcedure, document: Partial<ProposalView['document']> = {}) => {
  const view = proposalView(procedure, 'm1');
  const versions = procedure.versions.map((one) => version(one.version));
  shown({ ...view, versions, document: { ...view.document, ...document } }, <ProposalText />);
};

describe('the text of a charter', () => {
  it('is the version in force, also when a newer one was proposed', () => {
    show(charter(...proposed));
    expect(screen.getByRole('heading', { name: 'The text in force' })).toBeTruthy();
    expect(screen.getByText(words[0]!)).toBeTruthy();
    expect(screen.queryByText(words[1]!)).toBeNull();
  });

  it('is the version in force while a signatory could write the next one', () => {
    show(charter(...inForce), { right: 'write', frozen: false });
    expect(screen.getByText(words[0]!)).toBeTruthy();
    expect(screen.getByText('Prepare a new version')).toBeTruthy();
  });

  it('offers no new version to those who may not write one, nor before it is in force', () => {
    show(charter(...inForce), { right: 'read', frozen: false });
    expect(screen.queryByText('Prepare a new version')).toBeNull();
  });

  it('is what is to be signed while it is being signed', () => {
    show(charter(...signing), { right: 'read', frozen: true });
    expect(screen.getByRole('heading', { name: 'The text to be signed' })).toBeTruthy();
  });
});
