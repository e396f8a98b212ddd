import { jest } from '@jest/globals';

/** An act that reached the server. */
interface Asked {
  readonly act: string;
  readonly body: unknown;
}

/** A server that answers every act in one way, for as long as one spec file runs. */
export interface AnsweringServer {
  /** The acts that reached it, oldest first. */
  readonly asked: () => readonly Asked[];
  /** From now on it refuses every act with this problem; `null` accepts. */
  readonly refuse: (problem: { readonly code: string; readonly params?: object } | null) => void;
}

/** Puts a server in the place of the network. It answers acts that it accepts with `answer`, and everything else with nothing. */
export function answeringServer(answer: unknown = {}): AnsweringServer {
  let refusal: object | null = null;
  let asked: readonly Asked[] = [];
  const json = (status: number, body: unknown) =>
    Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(body) } as Response);
  globalThis.fetch = jest.fn((address: unknown, init?: { method?: string; body?: unknown }) => {
    if (init?.method !== 'POST') return json(200, null);
    const act = String(address).split('/acts/').at(-1) ?? '';
    asked = [...asked, { act, body: JSON.parse(String(init.body)) }];
    return refusal === null ? json(200, answer) : json(422, refusal);
  });
  return {
    asked: () => asked,
    refuse: (problem) => {
      refusal = problem && { params: {}, instance: 'one', status: 422, ...problem };
    },
  };
}

/** jsdom knows dialogs, but not how they are shown. */
export function letDialogsOpen(): void {
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function hide() {
    this.open = false;
  };
}
