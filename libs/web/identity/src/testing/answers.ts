import { jest } from '@jest/globals';

/** What a server answers, by method and path below `/api/v1`: a body, or a status with a body. */
export type Answers = Readonly<Record<string, unknown>>;

interface Problem {
  readonly status: number;
  readonly body: unknown;
}

const isProblem = (answer: unknown): answer is Problem =>
  typeof answer === 'object' && answer !== null && 'status' in answer && 'body' in answer;

/** An answer that refuses, as the server states it. */
export const refused = (status: number, code: string, more: object = {}): Problem => ({
  status,
  body: { type: '', title: '', detail: '', status, code, params: {}, instance: '', ...more },
});

/** Puts answers in the place of the server; what was sent is found in `sent`, as method, path and body. */
export function answering(answers: Answers): { readonly sent: [string, unknown][] } {
  const sent: [string, unknown][] = [];
  globalThis.fetch = jest.fn((address: string, { method = 'GET', body }: RequestInit = {}) => {
    const request = `${method} ${address.replace('/api/v1', '')}`;
    if (method !== 'GET') sent.push([request, typeof body === 'string' ? JSON.parse(body) : null]);
    const answer = answers[request];
    const { status, body: content } = isProblem(answer) ? answer : { status: 200, body: answer };
    if (answer === undefined) return Promise.reject(new TypeError(`no answer to ${request}`));
    return Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(content) } as Response);
  }) as unknown as typeof fetch;
  return { sent };
}

/** A session of an ordinary installation. */
export const sessionOf = (person: object | null, installation: object = {}): object => ({
  person: person && {
    id: 'ada',
    key: null,
    name: 'Ada',
    email: 'ada@b.example',
    language: 'en',
    administrator: true,
    reminders: true,
    ...person,
  },
  installation: { mode: 'production', needsSetUp: false, version: '1', outbox: false, ...installation },
  clock: { now: new Date().toISOString(), movable: false },
});
