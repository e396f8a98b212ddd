import { screen } from '@testing-library/dom';
import { type ProposalView } from '@tavolo/contracts';
import { agreed, proposalView } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';
import { PrintedHead } from './printed-head.js';

const version = { n: 2, frozenAt: '2096-09-04T08:00:00.000Z' } as ProposalView['versions'][number];

describe('a printed page', () => {
  it('says by itself which table, proposal and version it is about, when it was decided and where it is found', () => {
    const view = proposalView(agreed());
    shown(view, <PrintedHead view={view} version={version} decidedAt="2096-09-05T08:00:00.000Z" />);
    const said = screen.getAllByRole('definition', { hidden: true }).map(({ textContent }) => textContent);
    expect(said).toEqual([
      'A table',
      'P-1',
      '2, frozen on 4 September 2096',
      expect.stringContaining('5 September 2096'),
      expect.stringMatching(/\d{4}, \d{2}:\d{2}/u),
      `${window.location.origin}${window.location.pathname}`,
    ]);
  });
});
