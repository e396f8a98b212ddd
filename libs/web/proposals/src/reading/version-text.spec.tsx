import { screen } from '@testing-library/dom';
import { type VersionView } from '@tavolo/contracts';
import { consultation, consulted, now, planning, proposalView } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';
import { VersionText } from './version-text.js';

const version: VersionView = {
  ...{ n: 1, frozenAt: now, by: ['m2'], textHash: 't', stateHash: 's' },
  clauses: [
    {
      ...{ id: 'c1', number: 1, text: { it: 'Gli asili aprono presto.', en: 'Nurseries open early.' } },
      blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'As it was written.' }] }],
    },
  ],
};

describe('a translated version', () => {
  it.each([
    ['a consultation, where nobody votes', consultation(...consulted)],
    ['a proposal', planning()],
  ])('says that the original counts: %s', (_, procedure) => {
    shown(proposalView(procedure), <VersionText version={version} original="it" />);
    expect(screen.getByText('Translation. The original counts.')).toBeTruthy();
    expect(screen.getByText('Nurseries open early.')).toBeTruthy();
  });

  it('says nothing of a translation to readers of the original', () => {
    shown(proposalView(planning()), <VersionText version={version} original="en" />);
    expect(screen.getByText('As it was written.')).toBeTruthy();
    expect(screen.queryByText(/Translation/u)).toBeNull();
  });
});
