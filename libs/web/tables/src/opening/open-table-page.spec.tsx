import { jest } from '@jest/globals';
import { DataProvider } from '@tavolo/web-data';
import { TavoloProvider } from '@tavolo/web-ui';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { OpenTablePage } from './open-table-page.js';

/** Shows the page to somebody; the server opens whatever is asked for. */
async function open(administrator = true) {
  const sent: { path: string; body: Record<string, unknown> }[] = [];
  globalThis.fetch = jest.fn((address: string, { method = 'GET', body }: RequestInit = {}) => {
    const path = address.replace('/api/v1', '');
    const answer = (content: unknown) =>
      Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve(content) } as Response);
    if (method !== 'GET') {
      sent.push({ path, body: JSON.parse(typeof body === 'string' ? body : '{}') as Record<string, unknown> });
      return answer({ key: 'T-NEW' });
    }
    if (path === '/areas') return answer([{ id: 'area-1', name: { en: 'Porto Sereno' } }]);
    const person = { id: 'person-1', key: null, name: 'Ada', email: null, language: 'en', administrator };
    return answer({ person, clock: { now: new Date().toISOString(), movable: false } });
  }) as unknown as typeof fetch;
  render(
    <DataProvider>
      <TavoloProvider env="test">
        <MemoryRouter initialEntries={['/open-table']}>
          <Routes>
            <Route path="/open-table" element={<OpenTablePage />} />
            <Route path="/tables/T-NEW" element={<p>The new table</p>} />
          </Routes>
        </MemoryRouter>
      </TavoloProvider>
    </DataProvider>,
  );
  await screen.findByRole('heading', { name: 'Open a table' });
  return sent;
}

/** The first field of that name: sectors are asked for their seats before they are chosen in rules. */
const field = (label: string) => screen.getAllByLabelText<HTMLInputElement>(label)[0]!;
const write = (label: string, value: string) => fireEvent.change(field(label), { target: { value } });
const press = () => fireEvent.click(screen.getByRole('button', { name: 'Open the table', hidden: true }));
const rules = () => screen.getByRole('region', { name: 'The rules in plain sentences' });

describe('opening a table', () => {
  it('takes six settings and leads to the table', async () => {
    const sent = await open();
    await screen.findByRole('option', { name: 'Porto Sereno' });
    write('Name of the table', 'Table of the families');
    write('Social area', 'area-1');
    write('Who can read the table', 'members');
    press();
    expect(await screen.findByText('The new table')).toBeTruthy();
    expect(sent).toEqual([
      {
        path: '/tables',
        body: {
          name: { en: 'Table of the families' },
          area: 'area-1',
          preset: 'it-art55-co-design',
          convener: 'person-1',
          seats: { public: 3, third_sector: 3, citizens: 3 },
          visibility: 'members',
        },
      },
    ]);
  });

  it('says what is missing at its field and sends nothing', async () => {
    const sent = await open();
    write('Third sector', 'many');
    press();
    expect(screen.getByText('Please write a name of at least three letters.')).toBeTruthy();
    expect(screen.getByText('Please write a whole number up to 50.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(field('Name of the table')));
    expect(sent).toEqual([]);
  });

  it('shows the rules in sentences at once as they are changed, and sends them', async () => {
    const sent = await open();
    write('Name of the table', 'Table of the families');
    expect(within(rules()).getByText(/mediation for 15 days/u)).toBeTruthy();
    write('Days of mediation', '21');
    expect(within(rules()).getByText(/mediation for 21 days/u)).toBeTruthy();
    fireEvent.click(field('A sector can stop a decision once for mediation (hold)'));
    expect(within(rules()).getByText('No sector can put a decision on hold.')).toBeTruthy();
    expect(screen.queryByLabelText('Days that a hold lasts')).toBeNull();
    press();
    await screen.findByText('The new table');
    expect(sent[0]?.body.rulebook).toMatchObject({ mode: 'planning', mediationDays: 21, hold: null });
  });

  it('does not take what is no value, and begins again from another preset', async () => {
    const sent = await open();
    write('Name of the table', 'Table of the families');
    write('Majority, as a fraction', 'half');
    expect(screen.getByText('Please write a fraction such as 1/2.')).toBeTruthy();
    press();
    expect(sent).toEqual([]);
    write('Rules to begin with', 'ilo-tripartite');
    expect(field('Majority, as a fraction').value).toBe('1/2');
    expect(['Public bodies', 'Third sector', 'Citizens'].map((label) => field(label).value)).toEqual(['2', '1', '0']);
    expect(within(rules()).getByText(/A vote is void unless/u)).toBeTruthy();
  });

  it('lets what the table keeps by itself be left out and added', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Leave out: Each sitting has minutes.', hidden: true }));
    expect(within(rules()).queryByText('Each sitting has minutes.')).toBeNull();
    write('Add a rule that the table keeps by itself', 'notice');
    write('Days', '12');
    expect(within(rules()).getByText('A meeting is called at least 12 days ahead, with the papers.')).toBeTruthy();
  });

  it('is for those who administer the installation', async () => {
    await open(false);
    expect(screen.getByText('Tables are opened by those who administer this installation.')).toBeTruthy();
    expect(screen.queryByLabelText('Name of the table')).toBeNull();
  });
});
