import { jest } from '@jest/globals';
import { DataProvider } from '@tavolo/web-data';
import { TavoloProvider } from '@tavolo/web-ui';
import { render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { ReadTable } from './read-table.js';

const json = (status: number, body: unknown): Response =>
  ({ ok: status < 400, status, json: () => Promise.resolve(body) }) as Response;
const problem = (status: number, code: string): object => ({ status, code, params: {}, instance: '' });

function open(person: object | null, status: number, code: string): void {
  globalThis.fetch = jest.fn((address: string) =>
    Promise.resolve(address.endsWith('/session') ? json(200, { person }) : json(status, problem(status, code))),
  ) as unknown as typeof fetch;
  render(
    <DataProvider>
      <TavoloProvider env="test">
        <MemoryRouter initialEntries={['/tables/T-9/people']}>
          <main>
            <Routes>
              <Route path="/tables/:table/people" element={<ReadTable loading="Opening…">{() => null}</ReadTable>} />
            </Routes>
          </main>
        </MemoryRouter>
      </TavoloProvider>
    </DataProvider>,
  );
}
const hrefs = (): readonly (string | null)[] => screen.getAllByRole('link').map((link) => link.getAttribute('href'));

describe('a table that cannot be shown', () => {
  it('tells a visitor to sign in first, and brings her back afterwards', async () => {
    open(null, 404, 'not_found');
    const heading = await screen.findByRole('heading', { level: 1 });
    expect(heading.textContent).toBe('This table is not open to you, or does not exist');
    expect(document.title).toBe('This table is not open to you, or does not exist – Tavolo');
    expect(document.activeElement).toBe(heading);
    await screen.findByText('If you sit at this table, sign in first.');
    expect(hrefs()).toContain('/sign-in?next=%2Ftables%2FT-9%2Fpeople');
  });

  it('leads a member of other tables to her tables, and does not offer to try again', async () => {
    open({ id: 'ada' }, 404, 'not_found');
    await screen.findByText(/There is no table “T-9”/);
    await waitFor(() => expect(globalThis.fetch).toHaveBeenCalledTimes(2));
    expect(hrefs()).not.toContain('/sign-in?next=%2Ftables%2FT-9%2Fpeople');
    expect(hrefs()).toContain('/');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('offers to try again when the fault is on our side', async () => {
    open({ id: 'ada' }, 500, 'internal');
    await screen.findByRole('heading', { level: 1, name: 'This table could not be shown' });
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(hrefs()).toContain('/');
  });
});
