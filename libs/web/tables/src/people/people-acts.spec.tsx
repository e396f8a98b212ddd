import { jest } from '@jest/globals';
import { type SeatView, type TableView } from '@tavolo/contracts';
import { DataProvider } from '@tavolo/web-data';
import { TavoloProvider } from '@tavolo/web-ui';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { seat, table, visitor } from '../testing/table-builder.js';
import { PeoplePage } from './people-page.js';

const member = (id: string, name: string) => ({ member: id, name, title: null });
const maria = member('m1', 'Maria Rossi');
const teo = member('m2', 'Teo Bianchi');
const fabio = member('m3', 'Fabio Verdi');

const seatsView: readonly SeatView[] = [
  seat(1, 'public', { holder: maria, deputy: teo }),
  seat(2, 'citizens', { holder: null }),
];
const people = (me: Partial<TableView['me']>, more: Partial<TableView> = {}): TableView =>
  table({
    me: { ...visitor, seesNames: true, ...me },
    seatsView: [...seatsView],
    rolesView: [{ role: 'facilitator', holder: fabio }],
    ...more,
  });
const ada = { administrator: true };
const asMaria = { member: 'm1', seat: 's1' };

/** Shows the page; `answers` are what the server answers to acts, one after the other. */
function open(view: TableView, answers: readonly { status: number; body: unknown }[] = [], found: object[] = []) {
  const sent: unknown[] = [];
  const left = [...answers];
  globalThis.fetch = jest.fn((address: string, { method = 'GET', body }: RequestInit = {}) => {
    const path = address.replace('/api/v1', '');
    const answer = (status: number, content: unknown) =>
      Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(content) } as Response);
    if (method !== 'GET') {
      sent.push([path, typeof body === 'string' ? (JSON.parse(body) as unknown) : null]);
      const next = left.shift();
      return answer(next?.status ?? 500, next?.body);
    }
    if (path === '/tables/T-1') return answer(200, view);
    if (path.startsWith('/people')) return answer(200, found);
    return answer(200, { person: null, clock: { now: new Date().toISOString(), movable: false } });
  }) as unknown as typeof fetch;
  render(
    <DataProvider>
      <TavoloProvider env="test">
        <MemoryRouter initialEntries={['/tables/T-1/people']}>
          <main>
            <Routes>
              <Route path="/tables/:table/people" element={<PeoplePage />} />
            </Routes>
          </main>
        </MemoryRouter>
      </TavoloProvider>
    </DataProvider>,
  );
  return { sent };
}
const refused = (status: number, code: string) => ({ status, body: { status, code, params: {}, instance: '' } });
const press = async (name: string): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name }));
};
const dialog = (): HTMLElement => screen.getByRole('dialog', { hidden: true });
const confirm = (name: string): void => {
  fireEvent.click(within(dialog()).getByRole('button', { name, hidden: true }));
};
const buttons = (): readonly (string | null)[] =>
  screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label'));
const field = (label: string | RegExp): HTMLElement =>
  within(dialog()).getByLabelText(label, { selector: 'input, select, textarea' });
/** What can be chosen there. */
const options = (label: string): readonly string[] =>
  within(field(label))
    .getAllByRole('option', { hidden: true })
    .map(({ textContent }) => textContent);

beforeAll(() => {
  // The document of the tests knows no dialogs.
  HTMLDialogElement.prototype.showModal = function open(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
});

describe('the places of a table', () => {
  it('are given and ended by an administrator', async () => {
    open(people(ada));
    await screen.findByText('Fabio Verdi');
    expect(buttons()).toEqual([
      'Free this seat: seat 1, Maria Rossi',
      'End this deputy: seat 1, deputy Teo Bianchi',
      'Seat somebody with an account: seat 2',
      'Name a deputy: seat 2',
      'End this role: Facilitator, Fabio Verdi',
      'Give a role',
    ]);
  });

  it('are left by those who have them, each her own', async () => {
    open(people(asMaria));
    await screen.findByText('Fabio Verdi');
    expect(buttons()).toEqual(['Leave this seat: seat 1, Maria Rossi']);
  });

  it('are nothing to press for everybody else', async () => {
    open(people({ member: 'm9' }));
    await screen.findByText('Fabio Verdi');
    expect(buttons()).toEqual([]);
  });

  it('say before they end what follows, for votes and for what is open', async () => {
    open(people(asMaria));
    await press('Leave this seat: seat 1, Maria Rossi');
    const { textContent } = dialog();
    expect(textContent).toContain('What was voted, written and said from this seat stays and counts.');
    expect(textContent).toContain('go on with the seats with which they began');
    expect(textContent).toContain('No other seat with a vote of this sector has a holder.');
    expect(textContent).toContain('an administrator would have to give it to you again');
  });

  it('are left without a reason; the page says so, and the focus is there', async () => {
    const after = people({ member: 'm1' }, { seatsView: [seat(1, 'public', { holder: null, deputy: teo })] });
    const { sent } = open(people(asMaria), [{ status: 200, body: after }]);
    await press('Leave this seat: seat 1, Maria Rossi');
    confirm('Leave this seat');
    const said = await screen.findByRole('group', { name: 'You have left seat 1.' });
    await waitFor(() => expect(document.activeElement).toBe(said));
    expect(sent).toEqual([['/tables/T-1/acts/seat.vacated', { seat: 's1', as: 'holder', member: 'm1', reason: null }]]);
    expect(screen.queryByText('Maria Rossi')).toBeNull();
  });

  it('of others end with a reason only, asked for at its field', async () => {
    const { sent } = open(people(ada), [{ status: 200, body: people(ada, { rolesView: [] }) }]);
    await press('End this role: Facilitator, Fabio Verdi');
    expect(dialog().textContent).toContain('Nobody else has this role here.');
    confirm('End this role');
    const reason = field(/^Reason/);
    await waitFor(() => expect(document.activeElement).toBe(reason));
    expect(reason.getAttribute('aria-invalid')).toBe('true');
    expect(sent).toEqual([]);
    fireEvent.change(reason, { target: { value: ' Her term is over ' } });
    confirm('End this role');
    await screen.findByRole('group', { name: 'A role has ended: Facilitator, Fabio Verdi.' });
    expect(sent).toEqual([
      ['/tables/T-1/acts/role.ended', { role: 'facilitator', member: 'm3', reason: 'Her term is over' }],
    ]);
    expect(screen.getByText(/Nobody guides this table yet/)).toBeTruthy();
  });

  it('that have changed meanwhile are not ended, which is said plainly', async () => {
    open(people(asMaria), [refused(404, 'not_found')]);
    await press('Leave this seat: seat 1, Maria Rossi');
    confirm('Leave this seat');
    const alert = await within(dialog()).findByRole('alert', { hidden: true });
    expect(alert.textContent).toContain('This has changed meanwhile');
  });
});

describe('giving a place', () => {
  it('goes to somebody of the table who has no seat', async () => {
    const { sent } = open(people(ada), [{ status: 200, body: people(ada) }]);
    await press('Seat somebody with an account: seat 2');
    expect(options('Who')).toEqual(['Please choose', 'Fabio Verdi', 'Somebody else with an account']);
    fireEvent.change(field('Who'), { target: { value: 'm3' } });
    confirm('Seat somebody with an account');
    await screen.findByRole('group', { name: 'Seat 2 has a holder.' });
    expect(sent).toEqual([['/tables/T-1/acts/seat.filled', { seat: 's2', as: 'holder', member: 'm3' }]]);
  });

  it('asks for what is missing at its fields, the first one first', async () => {
    const { sent } = open(people(ada));
    await press('Give a role');
    confirm('Give a role');
    await waitFor(() => expect(document.activeElement).toBe(field('Role')));
    expect(field('Role').getAttribute('aria-invalid')).toBe('true');
    expect(field('Who').getAttribute('aria-invalid')).toBe('true');
    expect(sent).toEqual([]);
  });

  it('offers a role to those who do not have it', async () => {
    open(people(ada));
    await press('Give a role');
    fireEvent.change(field('Role'), { target: { value: 'facilitator' } });
    expect(options('Who')).not.toContain('Fabio Verdi');
  });

  it('finds somebody with an account, and says a refusal about her where she was chosen', async () => {
    const found = [{ id: 'p-7', name: 'Anna Neri', email: 'anna@b.example', tables: [] }];
    const { sent } = open(people(ada), [refused(409, 'role.already_held')], found);
    await press('Give a role');
    fireEvent.change(field('Role'), { target: { value: 'secretary' } });
    fireEvent.change(field('Who'), { target: { value: 'other' } });
    const search = field(/^Part of the name/);
    fireEvent.change(search, { target: { value: 'a' } });
    confirm('Search');
    expect(search.getAttribute('aria-invalid')).toBe('true');
    fireEvent.change(search, { target: { value: 'anna' } });
    confirm('Search');
    await within(dialog()).findByText('One person found');
    const choice = field('Person found');
    fireEvent.change(choice, { target: { value: 'p-7' } });
    confirm('Give a role');
    await within(dialog()).findByText(/This person already has this role/);
    await waitFor(() => expect(document.activeElement).toBe(choice));
    expect(sent).toEqual([['/tables/T-1/acts/role.given', { role: 'secretary', person: 'p-7' }]]);
    expect(within(dialog()).queryByRole('alert', { hidden: true })).toBeNull();
  });

  it('says when nobody fits, and where those go who have no account', async () => {
    open(people(ada));
    await press('Name a deputy: seat 2');
    fireEvent.change(field('Who'), { target: { value: 'other' } });
    fireEvent.change(field(/^Part of the name/), { target: { value: 'zz' } });
    confirm('Search');
    await within(dialog()).findByText(/Those who have no account yet are invited/);
  });
});
