import { jest } from '@jest/globals';
import { identityRoutes } from '@tavolo/contracts';
import { act, renderHook, waitFor } from '@testing-library/react';
import { DataProvider } from './data-provider.js';
import { usePerform } from './performing.js';

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
