import { act, screen, waitFor } from '@testing-library/react';
import { jest } from '@jest/globals';
import { type PlanningProcedure } from '@tavolo/governance';
import { balloted, negotiated, planning, proposalView } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';
import { PlanningNotices } from '../planning/planning-notices.js';
import { MandateBeside } from './mandate-beside.js';

const mandate = {
  spokesperson: 'm2',
  deputy: null,
  may: 'One flat in the first year.',
  mayNot: 'Give up the choice of flatmates.',
  until: '2096-12-31',
};

/** What the server tells of rooms to somebody who sits in these; everything that was asked is remembered. */
function rooms(until = mandate.until, of = 'T-1'): readonly string[] {
  const asked: string[] = [];
  const { seats, roles, me } = proposalView(planning(), 'm2');
  const room = { kind: 'bench', sector: 'third_sector', of: { key: of, name: { en: 'A table' } } };
  const table = { key: 'R-1', name: { en: 'Bench of the third sector' }, room, seatsView: seats, rolesView: roles, me };
  const texts = [
    { key: 'X-1', title: { en: 'Our flat' }, mandate: { ...mandate, until } },
    { key: 'X-2', title: { en: 'Else' } },
  ];
  globalThis.fetch = jest.fn((address: unknown) => {
    asked.push(String(address));
    const body = String(address).endsWith('/tables/R-1') ? { ...table, proposals: texts } : [table];
    return Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve(body) } as Response);
  });
  return asked;
}

const settled = planning(...balloted.slice(0, -1));
const ratifying = planning(...balloted.slice(0, -1), ['ratification.requested', 'm2', { sector: 'third_sector' }]);
const show = (procedure: PlanningProcedure, member: string | null) =>
  shown(proposalView(procedure, member), <MandateBeside procedure={procedure} />);

describe('the negotiating mandate beside a text at a table', () => {
  it('shows the members of the bench what may be promised, what not, and until when', async () => {
    rooms();
    show(settled, 'm2');
    expect(await screen.findByText('One flat in the first year.')).toBeTruthy();
    expect(screen.getByText('Give up the choice of flatmates.')).toBeTruthy();
    expect(screen.getByText('31 December 2096')).toBeTruthy();
    expect(screen.getByText('You')).toBeTruthy();
    expect(screen.getByText(/^If the text goes beyond this/u)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Given for X-1 Our flat' }).getAttribute('href')).toBe('/proposals/X-1');
  });

  it('asks whoever answers for the bench whether the text stays within it', async () => {
    rooms();
    show(ratifying, 'm7');
    expect(await screen.findByText(/^Does the text stay within this\?/u)).toBeTruthy();
  });

  it('is not asked for by visitors, and shows nothing of a room that speaks at another table, or once its day is over', async () => {
    const visitor = rooms();
    show(settled, null);
    expect(visitor).toEqual([]);
    const none = async (asked: readonly string[], reads: number): Promise<void> => {
      const { unmount } = show(settled, 'm2');
      await waitFor(() => expect(asked).toHaveLength(reads));
      await act(() => Promise.resolve());
      expect(screen.queryByText('One flat in the first year.')).toBeNull();
      unmount();
    };
    await none(rooms('2090-01-01'), 2);
    await none(rooms(undefined, 'T-2'), 1);
  });

  it('others are told that the bench looks at the text, until when, and nothing of what it weighs', () => {
    rooms();
    shown(proposalView(ratifying), <PlanningNotices procedure={ratifying} />);
    expect(screen.getByText('The bench checks the settled text against its mandate: Third sector')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/flat/u);
  });
});

it('is no part of a text that is still drafted', () => {
  const asked = rooms();
  show(planning(...negotiated.slice(0, 1)), 'm2');
  expect(asked).toEqual([]);
});
