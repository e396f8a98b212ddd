import { screen, within } from '@testing-library/dom';
import { bySector } from '../seats/by-sector.js';
import { seat, table, visitor } from '../testing/table-builder.js';
import { shown } from '../testing/shown.js';
import { SectorPeople } from './sector-people.js';

const people = (administrator: boolean) =>
  table({
    me: { ...visitor, seesNames: true, administrator },
    seatsView: [
      seat(1, 'public', { holder: { member: 'm1', name: 'Maria Rossi', title: { en: 'Planner' } } }),
      seat(2, 'public', {
        holder: { member: 'm2', name: 'Maria Rossi', title: null },
        deputy: { member: 'm1', name: 'Maria Rossi', title: null },
      }),
      seat(3, 'public', { holder: null }),
    ],
    rolesView: [{ role: 'secretary', holder: { member: 'm1', name: 'Maria Rossi', title: null } }],
  });

describe('the people of a sector', () => {
  const open = (administrator: boolean): HTMLElement[] => {
    const view = people(administrator);
    shown(<SectorPeople group={bySector(view.seatsView)[0]!} view={view} onDone={() => undefined} />);
    return screen.getAllByRole('row').slice(1);
  };

  it('are told apart when they have the same name, with what else they do at the table', () => {
    const [first, second] = open(false);
    expect(first!.textContent).toContain('Maria Rossi (Public bodies, seat 1)');
    expect(first!.textContent).toContain('also: secretary and deputy');
    expect(second!.textContent).toContain('Maria Rossi (Public bodies, seat 2)');
  });

  it('show vacant seats as such, to be filled by whoever administers', () => {
    const [, , third] = open(true);
    expect(third!.textContent).toContain('Vacant seat');
    expect(screen.getByText('3 seats, one vacant')).toBeTruthy();
    expect(within(third!).getByRole('link', { name: 'Invite to seat 3' }).getAttribute('href')).toBe(
      '/people?table=T-1&seat=s3',
    );
  });

  it('offer nobody else to invite', () => {
    open(false);
    expect(screen.queryByRole('link')).toBeNull();
  });
});
