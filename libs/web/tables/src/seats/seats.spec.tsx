import { screen, within } from '@testing-library/dom';
import { seat, visitor } from '../testing/table-builder.js';
import { shown } from '../testing/shown.js';
import { RoundTable } from './round-table.js';
import { SeatList } from './seat-list.js';

const seats = [
  seat(1, 'public', {
    organisation: { id: 'o1', key: 'org', name: { en: 'Planning Office' } },
    deputy: { member: 'm8', name: 'Omar', title: null },
  }),
  seat(2, 'public', { right: 'voice', level: 'regional' }),
  seat(3, 'citizens', { holder: null }),
];

describe('who sits at a table', () => {
  it('says in words what the picture shows', () => {
    shown(<RoundTable seats={seats} mine={null} />);
    expect(screen.getByRole('img', { name: 'Round table with 3 seats: Public bodies 2 and Citizens 1.' })).toBeTruthy();
    expect(screen.getByText('filled: vote and voice · outlined: voice, no vote · dashed: vacant')).toBeTruthy();
  });

  it('lists holder, organisation, deputy, right and level of each seat', () => {
    shown(<SeatList seats={seats} me={{ ...visitor, member: 'm1', seat: 's1', seesNames: true }} present={['m2']} />);
    const [first, second, third] = screen.getAllByRole('listitem');
    expect(first!.textContent).toBe('Seat 1Person 1youPlanning OfficeVote and voice · LocalDeputy: Omar');
    expect(second!.textContent).toContain('Voice, no vote · Regional');
    expect(within(second!).getByText('here now')).toBeTruthy();
    expect(third!.textContent).toContain('Vacant seat');
  });

  it('shows visitors the seats and no names', () => {
    const hidden = seats.map((one) => ({ ...one, holder: one.holder && { ...one.holder, name: null }, deputy: null }));
    shown(<SeatList seats={hidden} me={visitor} present={[]} />);
    expect(document.body.textContent).not.toContain('Person');
    expect(screen.getAllByRole('listitem')[0]!.textContent).toBe('Seat 1Planning OfficeVote and voice · Local');
  });
});
