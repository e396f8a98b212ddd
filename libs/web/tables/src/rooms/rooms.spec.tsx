import { screen } from '@testing-library/react';
import { DataProvider } from '@tavolo/web-data';
import { proposal, table } from '../testing/table-builder.js';
import { shown } from '../testing/shown.js';
import { BenchDoor } from './bench-door.js';
import { JointMark } from './joint-mark.js';
import { PrivateNotice } from './private-notice.js';
import { Spokespeople } from './spokespeople.js';

const of = { key: 'T-FAM', name: { en: 'Family table' } };

describe('a private room', () => {
  it('says who sees it, and of a bench to which table it belongs', () => {
    const { unmount } = shown(<PrivateNotice view={table({ room: { kind: 'coalition' } })} />);
    expect(screen.getByText('Private room of A table: only its members see this')).toBeTruthy();
    unmount();
    shown(<PrivateNotice view={table({ room: { kind: 'bench', sector: 'citizens', of } })} />);
    expect(screen.getByText('Private room, Citizens: only who sits here for that sector sees this')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Family table' }).getAttribute('href')).toBe('/tables/T-FAM');
  });

  it('shows who speaks for it and within which limits', () => {
    const mandate = { spokesperson: 'm2', deputy: 'm1', may: 'One flat.', mayNot: 'No choice.', until: '2027-02-28' };
    const view = table({ room: { kind: 'coalition' }, proposals: [proposal('P-COA-1', { mandate })] });
    shown(<Spokespeople view={view} />);
    expect(screen.getByText('Person 2')).toBeTruthy();
    expect(screen.getByText('Until 28 February 2027')).toBeTruthy();
    expect([screen.getByText('One flat.'), screen.getByText('No choice.')]).toHaveLength(2);
  });

  it('says nothing of itself at a table', () => {
    const view = table();
    const { container } = shown(
      <>
        <PrivateNotice view={view} />
        <Spokespeople view={view} />
      </>,
    );
    expect(container.textContent).toBe('');
  });
});

describe('the door to the private room of the reader’s sector', () => {
  const door = (bench: { sector: 'citizens'; key: string | null } | undefined) =>
    shown(
      <DataProvider>
        <BenchDoor view={table(bench ? { bench } : {})} />
      </DataProvider>,
    );

  it('is opened where nobody has opened it, entered where it is open, and not there for others', () => {
    const closed = door({ sector: 'citizens', key: null });
    expect(screen.getByRole('button', { name: 'Open the private room' })).toBeTruthy();
    closed.unmount();
    const open = door({ sector: 'citizens', key: 'bench-1' });
    expect(screen.getByRole('link', { name: 'Go to the private room' }).getAttribute('href')).toBe('/tables/bench-1');
    open.unmount();
    expect(door(undefined).container.textContent).toBe('');
  });
});

describe('a joint proposal in the list of a table', () => {
  it('says of how many organisations, or people, it is', () => {
    const { unmount } = shown(<JointMark joint={{ organisations: 7, people: 0 }} />);
    expect(screen.getByText('Joint proposal of 7 organisations')).toBeTruthy();
    unmount();
    shown(<JointMark joint={{ organisations: 0, people: 1 }} />);
    expect(screen.getByText('Joint proposal of 1 person')).toBeTruthy();
  });
});
