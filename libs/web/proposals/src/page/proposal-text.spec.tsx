import { screen } from '@testing-library/dom';
import { act } from '@testing-library/react';
import { type ProposalView } from '@tavolo/contracts';
import { consultation, consulted, negotiated, planning, proposalView } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';
import { ProposalText } from './proposal-text.js';

const version = {
  n: 1,
  frozenAt: '2096-09-04T08:00:00.000Z',
  by: [],
  textHash: 'text-1',
  stateHash: 'state-1',
  clauses: [
    {
      id: 'c1',
      number: 1,
      text: { en: 'Places are given in order.' },
      blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'Places are given in order.' }] }],
    },
  ],
} as unknown as ProposalView['versions'][number];

/** Shows the text once the editor, which is loaded when it is needed, has arrived. */
const read = (view: ProposalView) =>
  act(async () => {
    shown(view, <ProposalText />);
    await import('../writing/live-writing.js');
  });

const answering = { ...consultation(...consulted), stage: 'responding' as const };

describe('the text on the page of a proposal', () => {
  it('is the consulted version for those who do not write, while the institution works on its answer', async () => {
    const view = proposalView(answering, 'm2');
    const document = { ...view.document, right: 'read' as const, frozen: false };
    await read({ ...view, document, versions: [version] });
    expect(screen.getByText('Places are given in order.')).toBeTruthy();
    expect(screen.getByText(/This is the text on which the assessments were given/u)).toBeTruthy();
    expect(screen.queryByText('The text as it is being written')).toBeNull();
  });

  it('is the live text for the institution', async () => {
    const view = proposalView(answering, 'm1');
    const document = { ...view.document, right: 'write' as const, frozen: false };
    await read({ ...view, document, versions: [version] });
    expect(screen.getByText('The text as it is being written')).toBeTruthy();
  });

  it('is not said to be empty to a visitor who may only read frozen versions', () => {
    shown(proposalView(planning(...negotiated)), <ProposalText />);
    expect(screen.getByText(/can be read here as soon as its first version is frozen/u)).toBeTruthy();
    expect(screen.queryByText('This text has no words yet.')).toBeNull();
  });

  it('is not said to be written on between its submission and the negotiation', async () => {
    const view = proposalView(planning(negotiated[0]!), 'm2');
    await read({ ...view, document: { ...view.document, right: 'read' } });
    expect(screen.getByText('As it was submitted')).toBeTruthy();
    expect(screen.queryByText('The text as it is being written')).toBeNull();
  });
});
