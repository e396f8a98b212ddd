import { jest } from '@jest/globals';
import { DataProvider } from '@tavolo/web-data';
import { screen } from '@testing-library/react';
import { seat, table, visitor } from '../testing/table-builder.js';
import { shown } from '../testing/shown.js';
import { BeginDecision } from './begin-decision.js';

const granted = { state: 'active', mandate: { grant: {}, terms: { holders: ['third_sector', 'citizens'] } } };

function show(me: string | null, mandates: readonly object[] = [granted]) {
  globalThis.fetch = jest.fn(() =>
    Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve(mandates) } as Response),
  );
  const seatsView = [seat(1, 'public'), seat(2, 'citizens'), seat(3, 'third_sector', { right: 'voice' })];
  const mine = me === null ? visitor : { ...visitor, member: 'm', seat: me };
  const view = table({ mode: 'auto_administration', seatsView, me: mine });
  return shown(
    <DataProvider>
      <BeginDecision view={view} />
    </DataProvider>,
  );
}

describe('beginning a decision', () => {
  it('is offered to a voting seat of a sector that holds the mandate', async () => {
    show('s2');
    expect((await screen.findByRole('link', { name: 'Begin a decision' })).getAttribute('href')).toMatch(/\/new$/u);
  });

  it.each(['s1', 's3'])('is not offered to %s, who is told who holds the mandate', async (me) => {
    show(me);
    expect(
      await screen.findByText('Only those who hold the mandate begin a decision: Third sector and Citizens.'),
    ).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it.each([
    ['is only proposed', { ...granted, state: 'proposed', mandate: { ...granted.mandate, grant: null } }],
    ['has expired', { ...granted, state: 'expired' }],
  ])('waits for a mandate while the only one %s', async (_what, mandate) => {
    show('s2', [mandate]);
    expect(await screen.findByText(/^A decision can be begun once the institution/u)).toBeTruthy();
  });
});
