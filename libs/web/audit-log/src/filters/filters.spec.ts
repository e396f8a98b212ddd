import { actNames } from '@tavolo/contracts';
import { groupedActs } from './act-groups.js';
import { filtersIn, searchOf } from './filters.js';

const read = (search: string) => filtersIn(new URLSearchParams(search));

describe('filters in the address', () => {
  it('reads what the server understands', () => {
    expect(read('act=vote.cast&subject=P-101&from=2026-11-01&to=2026-11-30&actor=m_1')).toEqual({
      act: 'vote.cast',
      subject: 'P-101',
      from: '2026-11-01',
      to: '2026-11-30',
      actor: 'm_1',
    });
  });

  it.each(['act=delete.all', 'subject=<script>', 'from=2026-13-40', 'to=yesterday', 'actor=', 'other=1'])(
    'still shows a log for %s',
    (search) => expect(read(search)).toEqual({}),
  );

  it('survives the way into the address and back', () => {
    const filters = { act: 'proposal.adopted', subject: 'P-101' } as const;
    expect(filtersIn(searchOf({ ...filters, from: '' }))).toEqual(filters);
  });
});

describe('acts to choose from', () => {
  it('offers every act of a table in the log of a table, and none of the installation', () => {
    const offered = groupedActs(actNames, 'table').flatMap(([, acts]) => acts);
    expect(new Set(offered).size).toBe(offered.length);
    expect(offered).toContain('vote.cast');
    expect(offered).not.toContain('session.opened');
  });

  it('offers every act in one of the two logs', () => {
    const both = [...groupedActs(actNames, 'table'), ...groupedActs(actNames, 'system')].flatMap(([, acts]) => acts);
    expect(new Set(both)).toEqual(new Set(actNames));
  });
});
