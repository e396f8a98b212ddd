import { jest } from '@jest/globals';
import { DataProvider } from '@tavolo/web-data';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { seat, table, visitor } from '../testing/table-builder.js';
import { shown } from '../testing/shown.js';
import { Mandates } from './mandates.js';

function show(me: object, mandates: readonly object[] = []) {
  const sent: unknown[] = [];
  globalThis.fetch = jest.fn((_address: unknown, init?: { method?: string; body?: unknown }) => {
    if (init?.method === 'POST') sent.push(JSON.parse(String(init.body)));
    return Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve(mandates) } as Response);
  });
  const view = table({
    mode: 'auto_administration',
    seatsView: [seat(1, 'public', { right: 'voice' }), seat(2, 'citizens')],
    me: { ...visitor, ...me },
  });
  shown(
    <DataProvider>
      <Mandates view={view} />
    </DataProvider>,
  );
  return sent;
}
const fill = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('proposing a mandate', () => {
  it('sends what it states: holders, areas, exclusions, ceilings in cents, dates, reports and grounds', async () => {
    const sent = show({ member: 'm2', seat: 's2' });
    fireEvent.click(await screen.findByText('Propose a mandate'));
    fireEvent.click(screen.getByLabelText('Citizens'));
    fill('What it is for', 'First access\nTransport\n');
    fill('What it is not for', 'Fees');
    fill('All it may spend, in euro', '40,000');
    fill('The most that one decision may spend, in euro', '8000.00');
    fill('First day', '2097-01-01');
    fill('Last day, at most 36 months later', '2097-12-31');
    fireEvent.click(screen.getByRole('button', { name: 'Propose this mandate' }));
    expect(screen.getByText('Name at least one ground.')).toBeTruthy();
    expect(sent).toEqual([]);
    fill('On which grounds the institution may revoke it', 'Serious breach');
    fireEvent.click(screen.getByRole('button', { name: 'Propose this mandate' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({
      holders: ['citizens'],
      scope: [
        { id: 'area-1', words: { en: 'First access' } },
        { id: 'area-2', words: { en: 'Transport' } },
      ],
      exclusions: [{ id: 'not-1', words: { en: 'Fees' } }],
      expenseTypes: ['current'],
      budget: 4_000_000,
      perDecision: 800_000,
      startsOn: '2097-01-01',
      expiresOn: '2097-12-31',
      reportEveryDays: 90,
      revocation: { grounds: [{ id: 'ground-1', words: { en: 'Serious breach' } }] },
    });
  });

  it('is offered to nobody who only has a voice', async () => {
    show({ member: 'm1', seat: 's1' });
    await screen.findByText(/^This table has no mandate/u);
    expect(screen.queryByText('Propose a mandate')).toBeNull();
  });
});
