import { type RulebookVersion } from '@tavolo/contracts';
import { type Instant } from '@tavolo/kernel';
import { fireEvent, screen } from '@testing-library/react';
import { rulebook } from '../../testing/table-builder.js';
import { shown } from '../../testing/shown.js';
import { Comparing } from './versions-page.js';

const at = (date: string) => `${date}T08:00:00.000Z` as Instant;
const versions: readonly RulebookVersion[] = [
  { rulebook: { ...rulebook, key: 'RB-2', version: 2, mediationDays: 21 }, from: at('2026-11-02'), to: null },
  { rulebook, from: at('2026-09-01'), to: at('2026-11-02') },
];
const rows = () => screen.getAllByRole('row').slice(1);

describe('versions of a rulebook side by side', () => {
  it('begin with the version before the one in force, and mark what differs', () => {
    shown(<Comparing versions={versions} />);
    expect(screen.getByText('One sentence differs.')).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: 'RB-2, version 2, in force since 2 November 2026' })).toBeTruthy();
    const [different, ...more] = rows().filter((row) => row.dataset.same === 'false');
    expect(more).toEqual([]);
    expect(different?.textContent).toMatch(/mediation for 15 days.*mediation for 21 days.*different/u);
  });

  it('show only what differs when that is asked for', () => {
    shown(<Comparing versions={versions} />);
    expect(rows().length).toBeGreaterThan(5);
    fireEvent.click(screen.getByLabelText('Show only what differs'));
    expect(rows()).toHaveLength(1);
  });

  it('are compared with presets of the same mode too', () => {
    shown(<Comparing versions={versions} />);
    fireEvent.change(screen.getByLabelText('with'), { target: { value: 'ilo-tripartite' } });
    expect(screen.getByText(/A vote is void unless/u)).toBeTruthy();
    expect(screen.getAllByText('It says nothing of this.').length).toBeGreaterThan(0);
    expect(screen.queryByRole('option', { name: /Reasoned advice/u })).toBeNull();
  });
});
