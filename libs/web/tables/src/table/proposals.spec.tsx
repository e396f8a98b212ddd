import { screen } from '@testing-library/dom';
import { type Instant } from '@tavolo/kernel';
import { proposal, table, visitor } from '../testing/table-builder.js';
import { shown } from '../testing/shown.js';
import { Decisions } from './decisions.js';
import { Proposals } from './proposals.js';

describe('proposals and decisions of a table', () => {
  it('marks a decision that departs from the prevailing opinion, in the list and among the decisions', () => {
    const decided = proposal('C-1', { kind: 'consultation', stage: 'decided', deviation: true });
    const decision = {
      proposal: 'C-1',
      title: { en: 'Title of C-1' },
      version: 2,
      ballot: null,
      verdict: 'not_adopted',
      deviation: true,
      at: '2026-10-29T09:00:00.000Z' as Instant,
      rulebook: 'RB-1',
    } as const;
    const view = table({ proposals: [decided], decisions: [decision] });
    shown(
      <>
        <Proposals view={view} />
        <Decisions view={view} />
      </>,
    );
    expect(screen.getAllByText('Departs from the prevailing opinion, with a statement')).toHaveLength(2);
    expect(screen.getByText('Not adopted')).toBeTruthy();
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/proposals/C-1',
      '/proposals/C-1',
    ]);
  });

  it('marks a decision that took effect under a mandate as passed', () => {
    const decision = {
      proposal: 'D-1',
      title: { en: 'Title of D-1' },
      version: 1,
      ballot: null,
      verdict: 'effective',
      deviation: false,
      at: '2026-10-29T09:00:00.000Z' as Instant,
      rulebook: 'RB-1',
    } as const;
    shown(<Decisions view={table({ decisions: [decision] })} />);
    expect(screen.getByText('In effect').textContent).toBe('✓ In effect');
  });

  it('leads to the ballot that decided', () => {
    const view = table({
      decisions: [
        {
          proposal: 'P-1',
          title: { en: 'T' },
          version: 1,
          ballot: 'B-7',
          verdict: 'adopted',
          deviation: false,
          at: '2026-10-29T09:00:00.000Z' as Instant,
          rulebook: 'RB-1',
        },
      ],
    });
    shown(<Decisions view={view} />);
    expect(screen.getByRole('link').getAttribute('href')).toBe('/proposals/P-1/decisions/B-7');
  });

  it('offers a seat to begin where nothing is there yet, and tells others what will be here', () => {
    const { unmount } = shown(<Proposals view={table({ me: { ...visitor, member: 'm1', seat: 's1' } })} />);
    expect(screen.getByRole('link', { name: 'Begin a proposal' }).getAttribute('href')).toBe('/tables/T-1/new');
    unmount();
    shown(<Proposals view={table()} />);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('Nobody has begun a proposal at this table yet.')).toBeTruthy();
  });
});
