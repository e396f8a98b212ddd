import { type Waiting } from '@tavolo/contracts';
import { type ExpectationKey } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { proposal } from '../testing/table-builder.js';
import { sortedOut } from './asked-of-me.js';

const waiting = (key: ExpectationKey, until: string | null = null): Waiting => ({
  table: { key: 'T-1', name: { en: 'A table' } },
  proposal: proposal('P-1'),
  expectation: { key, act: null, until: until as Instant | null, params: {} },
});
const keys = (list: readonly Waiting[]): readonly string[] => list.map(({ expectation }) => expectation.key);

describe('what waits for the reader', () => {
  it('is what is asked of her, apart from what she waits for; that nothing is expected is left out', () => {
    const { asked, others } = sortedOut([
      waiting('cast_vote'),
      waiting('nothing'),
      waiting('vote_cast'),
      waiting('negotiate'),
      waiting('give_assessment'),
      waiting('await_replies'),
    ]);
    expect(keys(asked)).toEqual(['cast_vote', 'negotiate', 'give_assessment']);
    expect(keys(others)).toEqual(['vote_cast', 'await_replies']);
  });

  it('has the nearest time limit first, and what has none at the end', () => {
    const { asked } = sortedOut([
      waiting('decide'),
      waiting('negotiate', '2027-03-05T22:59:59.999Z'),
      waiting('cast_vote', '2026-11-30T22:59:59.999Z'),
    ]);
    expect(keys(asked)).toEqual(['cast_vote', 'negotiate', 'decide']);
  });
});
