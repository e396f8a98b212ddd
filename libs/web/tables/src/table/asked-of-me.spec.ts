import { type Waiting } from '@tavolo/contracts';
import { type ExpectationKey } from '@tavolo/governance';
import { proposal } from '../testing/table-builder.js';
import { sortedOut } from './asked-of-me.js';

const waiting = (key: ExpectationKey): Waiting => ({
  table: { key: 'T-1', name: { en: 'A table' } },
  proposal: proposal('P-1'),
  expectation: { key, act: null, until: null, params: {} },
});

it('separates what is asked of the reader from what she waits for, and leaves out that nothing is', () => {
  const { asked, others } = sortedOut([
    waiting('cast_vote'),
    waiting('nothing'),
    waiting('vote_cast'),
    waiting('give_assessment'),
    waiting('await_replies'),
  ]);
  expect(asked.map(({ expectation }) => expectation.key)).toEqual(['cast_vote', 'give_assessment']);
  expect(others.map(({ expectation }) => expectation.key)).toEqual(['vote_cast', 'await_replies']);
});
