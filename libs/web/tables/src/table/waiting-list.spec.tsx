import { type Waiting } from '@tavolo/contracts';
import { type ExpectationKey } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { screen, within } from '@testing-library/dom';
import { proposal } from '../testing/table-builder.js';
import { shown } from '../testing/shown.js';
import { WaitingList } from './waiting-list.js';

const waiting = (key: string, expected: ExpectationKey, until: string | null): Waiting => ({
  table: { key: 'T-1', name: { en: 'Family table' } },
  proposal: proposal(key),
  expectation: { key: expected, act: null, until: until as Instant | null, params: {} },
});
const vote = waiting('P-1', 'cast_vote', '2026-11-30T22:59:59.999Z');
const text = waiting('P-2', 'negotiate', '2027-03-05T22:59:59.999Z');

describe('the agenda of the reader', () => {
  it('says what is to be done first, until when, and leads there', () => {
    shown(<WaitingList waiting={[vote, text]} first />);
    const [first, second] = screen.getAllByRole('listitem');
    expect(first!.textContent).toContain('To be done first');
    expect(first!.textContent).toMatch(/Your vote is awaited\..*Family table · Until Monday 30 November 2026, 23:59/);
    expect(within(first!).getByRole('link', { name: 'Go to P-1' }).getAttribute('href')).toBe('/proposals/P-1');
    expect(second!.textContent).not.toContain('To be done first');
    expect(second!.textContent).toMatch(/^\D*5\D.*Work on the text with the others/);
  });

  it('does not speak of a first thing where there is only one', () => {
    shown(<WaitingList waiting={[vote]} first />);
    expect(screen.queryByText('To be done first')).toBeNull();
  });

  it('says where there is no time limit', () => {
    shown(<WaitingList waiting={[waiting('C-1', 'follow_up', null)]} atOneTable />);
    expect(screen.getByText('Without a time limit')).toBeTruthy();
    expect(screen.queryByText('Family table')).toBeNull();
  });
});
