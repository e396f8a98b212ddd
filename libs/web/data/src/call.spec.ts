import { jest } from '@jest/globals';
import { identityRoutes, tablesRoutes } from '@tavolo/contracts';
import { addressOf, call } from './call.js';
import { ProblemError } from './problem.js';

type Fetch = typeof fetch;
const fetched = jest.fn<Fetch>();
const json = (status: number, body: unknown): Response =>
  ({ ok: status < 400, status, json: () => Promise.resolve(body) }) as Response;

beforeEach(() => {
  fetched.mockReset();
  globalThis.fetch = fetched;
});

const thrown = (call: Promise<unknown>): Promise<ProblemError> =>
  call.then(
    () => Promise.reject(new Error('nothing was thrown')),
    (error: unknown) => error as ProblemError,
  );

describe('the address of a route', () => {
  it('carries parameters and queries, encoded', () => {
    expect(
      addressOf(tablesRoutes.log, { table: 'T-FAM' }, { act: 'vote.cast', from: undefined, subject: 'P-1 &x' }),
    ).toBe('/api/v1/tables/T-FAM/log?act=vote.cast&subject=P-1+%26x');
    expect(addressOf(identityRoutes.openInvitation, { token: 'a/../b' })).toBe('/api/v1/invitation-links/a%2F..%2Fb');
  });
});

describe('a call', () => {
  it('sends JSON with the session’s cookie and the key of the act', async () => {
    fetched.mockResolvedValue(json(200, { done: true }));
    await call(identityRoutes.requestReset, { body: { email: 'a@b.example' }, idempotencyKey: 'k1' });
    const [address, init] = fetched.mock.calls[0]!;
    expect(address).toBe('/api/v1/password-resets');
    expect(init).toMatchObject({ method: 'POST', credentials: 'same-origin', body: '{"email":"a@b.example"}' });
    expect(init?.headers).toMatchObject({ 'content-type': 'application/json', 'idempotency-key': 'k1' });
  });

  it('throws the problem that the server states', async () => {
    const problem = { type: 'x', title: '', detail: '', status: 409, code: 'already_done', params: {}, instance: 'i' };
    fetched.mockResolvedValue(json(409, problem));
    const error = await thrown(call(tablesRoutes.tables));
    expect(error).toBeInstanceOf(ProblemError);
    expect(error.problem.code).toBe('already_done');
  });

  it('tells no answer from an answer that is no problem', async () => {
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect((await thrown(call(tablesRoutes.tables))).problem.code).toBe('offline');
    fetched.mockResolvedValueOnce({
      ok: false,
      status: 502,
      json: () => Promise.reject(new Error('html')),
    } as Response);
    expect((await thrown(call(tablesRoutes.tables))).problem.code).toBe('unexpected_answer');
  });
});
