import { jest } from '@jest/globals';
import { tablesRoutes } from '@tavolo/contracts';
import { act, renderHook, waitFor } from '@testing-library/react';
import { DataProvider } from './data-provider.js';

const ends = new Set<() => void>();
jest.unstable_mockModule('./live-socket.js', () => ({
  onSessionEnd: (listener: () => void) => {
    ends.add(listener);
    return () => ends.delete(listener);
  },
  reconnect: () => undefined,
}));
const { useRead } = await import('./reading.js');
const { useSession, useSessionChange } = await import('./session.js');
const { useSessionWatch } = await import('./session-watch.js');

const person = (id: string) => ({
  id,
  key: null,
  name: id,
  email: null,
  language: 'en',
  administrator: false,
  reminders: true,
});
const session = (id: string | null) => ({ person: id === null ? null : person(id), clock: { now: '' } });
const json = (body: unknown): Response => ({ ok: true, status: 200, json: () => Promise.resolve(body) }) as Response;

let signedIn: string | null = null;
let answering = true;
const fetched = jest.fn((address: string) =>
  answering
    ? Promise.resolve(json(address.endsWith('/session') ? session(signedIn) : [`tables of ${signedIn}`]))
    : new Promise<Response>(() => undefined),
);
beforeEach(() => {
  answering = true;
  fetched.mockClear();
  globalThis.fetch = fetched as unknown as typeof fetch;
});

const frame = () =>
  renderHook(
    () => ({
      watch: useSessionWatch(),
      session: useSession(),
      change: useSessionChange(),
      tables: useRead(tablesRoutes.tables),
    }),
    { wrapper: DataProvider },
  ).result;
const news = (value: string): void =>
  void window.dispatchEvent(new StorageEvent('storage', { key: 'tavolo.session', newValue: `${value} 1` }));
const shown = (result: ReturnType<typeof frame>): unknown => [
  result.current.session.data?.person?.id ?? null,
  result.current.tables.data,
];

async function open(as: string): Promise<ReturnType<typeof frame>> {
  signedIn = as;
  const result = frame();
  await waitFor(() => expect(shown(result)).toEqual([as, [`tables of ${as}`]]));
  return result;
}

describe('the session of a page', () => {
  it('ends at once with what was shown when somebody signs out in another window', async () => {
    const result = await open('ada');
    // Not even a server that does not answer keeps it on the screen.
    answering = false;
    act(() => news('out'));
    await waitFor(() => expect(shown(result)).toEqual([null, undefined]));
    expect(result.current.watch.ended).toBe(true);
  });

  it('goes on when the same person signs in again in another window', async () => {
    const result = await open('ada');
    signedIn = null;
    act(() => news('out'));
    await waitFor(() => expect(shown(result)).toEqual([null, ['tables of null']]));
    signedIn = 'ada';
    act(() => news('in'));
    await waitFor(() => expect(shown(result)).toEqual(['ada', ['tables of ada']]));
    expect(result.current.watch.ended).toBe(false);
  });

  it('is asked for when the server ends it, and keeps what is shown until then', async () => {
    const result = await open('ada');
    await waitFor(() => expect(ends.size).toBeGreaterThan(0));
    signedIn = null;
    act(() => ends.forEach((end) => end()));
    await waitFor(() => expect(result.current.watch.ended).toBe(true));
    expect(shown(result)).toEqual([null, ['tables of ada']]);
  });

  it('shows nothing of one person to the next one', async () => {
    const result = await open('ada');
    signedIn = 'berta';
    const asked = fetched.mock.calls.length;
    act(() => void window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })));
    await waitFor(() => expect(shown(result)).toEqual(['berta', ['tables of berta']]));
    expect(fetched.mock.calls.slice(asked).map(([address]) => address)).toContain('/api/v1/tables');
  });

  it('has not ended unasked when the page itself signs out', async () => {
    const result = await open('ada');
    signedIn = null;
    act(() => result.current.watch.expectEnd());
    await act(() => result.current.change(null));
    await waitFor(() => expect(result.current.session.data?.person).toBeNull());
    expect(result.current.watch.ended).toBe(false);
  });
});
