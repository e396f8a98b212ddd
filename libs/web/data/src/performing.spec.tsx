import { jest } from '@jest/globals';
import { identityRoutes, proposalsRoutes } from '@tavolo/contracts';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { DataProvider } from './data-provider.js';
import { usePerform } from './performing.js';
import { keyOf, useRead } from './reading.js';

const fetched = jest.fn<typeof fetch>();
const json = (status: number, body: unknown): Response =>
  ({ ok: status < 400, status, json: () => Promise.resolve(body) }) as Response;
const keyOfCall = (index: number): unknown =>
  (fetched.mock.calls[index]?.[1]?.headers as Record<string, string>)['idempotency-key'];

beforeEach(() => {
  fetched.mockReset();
  globalThis.fetch = fetched;
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const begin = () => renderHook(() => usePerform(identityRoutes.signOut), { wrapper: DataProvider }).result;

describe('performing an act', () => {
  it('asks again under the same key when the answer was lost, so that nothing is done twice', async () => {
    fetched.mockRejectedValueOnce(new TypeError('lost')).mockResolvedValueOnce(json(200, { done: true }));
    const result = begin();
    let done: Promise<boolean> | undefined;
    act(() => {
      done = result.current.perform({});
    });
    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(await done).toBe(true);
    expect(fetched).toHaveBeenCalledTimes(2);
    expect(keyOfCall(1)).toBe(keyOfCall(0));
  });

  it('does nothing on a second click while it runs', async () => {
    let answer: (response: Response) => void = () => undefined;
    fetched.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const result = begin();
    act(() => {
      void result.current.perform({});
      void result.current.perform({});
    });
    expect(result.current.busy).toBe(true);
    await act(async () => {
      answer(json(200, { done: true }));
      await Promise.resolve();
    });
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('keeps the refusal, and asks no second time for what the rules refuse', async () => {
    const problem = { type: '', title: '', detail: '', status: 403, code: 'not_allowed', params: {}, instance: '' };
    fetched.mockResolvedValue(json(403, problem));
    const result = begin();
    await act(async () => {
      expect(await result.current.perform({})).toBe(false);
    });
    jest.useRealTimers();
    await waitFor(() => expect(result.current.error).toMatchObject({ problem: { code: 'not_allowed' } }));
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});

describe('what an act answers, on the page', () => {
  const params = { proposal: 'P-1' };
  const later = () => {
    let give: (body: unknown) => void = () => undefined;
    const answer = new Promise<Response>((resolve) => (give = (body) => resolve(json(200, body))));
    const given = async (body: unknown): Promise<void> => {
      give(body);
      await answer;
    };
    return { answer, give: (body: unknown) => act(() => given(body)) };
  };
  const settled = () => act(() => jest.advanceTimersByTimeAsync(50));
  let cache: QueryClient;

  /** A page that has read one vote, and whose reader is casting hers. */
  const voting = async () => {
    const vote = later();
    fetched.mockResolvedValueOnce(json(200, { votes: 1 })).mockReturnValueOnce(vote.answer);
    const { result } = renderHook(
      () => {
        cache = useQueryClient();
        const { perform } = usePerform(proposalsRoutes.act, { shows: { route: proposalsRoutes.proposal, params } });
        return { perform, page: useRead(proposalsRoutes.proposal, { params }).data };
      },
      { wrapper: DataProvider },
    );
    await settled();
    act(() => void result.current.perform({ params: { ...params, act: 'vote.cast' } }));
    return { vote, shown: () => result.current.page };
  };
  const readAgain = (): void =>
    act(() => {
      void cache.invalidateQueries({ queryKey: keyOf(proposalsRoutes.proposal, { params }) });
    });

  it('is shown at once, without reading again', async () => {
    const { vote, shown } = await voting();
    await vote.give({ votes: 2 });
    await settled();
    expect(shown()).toEqual({ votes: 2 });
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('does not put the page back when a vote of somebody else was read before it came', async () => {
    const { vote, shown } = await voting();
    fetched.mockImplementation(() => Promise.resolve(json(200, { votes: 3 })));
    readAgain();
    await settled();
    await vote.give({ votes: 2 });
    await settled();
    expect(shown()).toEqual({ votes: 3 });
  });

  it('is not undone by a reading that had begun before the act', async () => {
    const { vote, shown } = await voting();
    const old = later();
    fetched.mockReturnValueOnce(old.answer).mockImplementation(() => Promise.resolve(json(200, { votes: 2 })));
    readAgain();
    await vote.give({ votes: 2 });
    await old.give({ votes: 1 });
    await settled();
    expect(shown()).toEqual({ votes: 2 });
  });
});
