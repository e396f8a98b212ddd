import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { type Tavolo } from './tavolo.js';

/** Someone with a browser of her own. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Calls the API as she is signed in. */
  readonly post: (path: string, body: unknown) => Promise<{ status: number; body: unknown }>;
  readonly get: (path: string) => Promise<{ status: number; body: unknown }>;
}

interface Look {
  readonly phone?: boolean;
  readonly italian?: boolean;
}

/** A visitor in a fresh browser. */
export async function visitor(browser: Browser, { url }: Tavolo, look: Look = {}): Promise<Person> {
  const context = await browser.newContext({
    baseURL: url,
    locale: look.italian ? 'it-IT' : 'en-GB',
    ...(look.phone ? { viewport: { width: 390, height: 844 }, hasTouch: true } : {}),
  });
  const page = await context.newPage();
  const origin = { Origin: url, 'Content-Type': 'application/json' };
  return {
    page,
    context,
    post: async (path, data) => {
      const answer = await context.request.post(`/api/v1${path}`, { data, headers: origin });
      return { status: answer.status(), body: await answer.json().catch(() => null) };
    },
    get: async (path) => {
      const answer = await context.request.get(`/api/v1${path}`);
      return { status: answer.status(), body: await answer.json().catch(() => null) };
    },
  };
}

/** Signs in as a person of the demonstration. */
export async function signIn(browser: Browser, tavolo: Tavolo, key: string, look: Look = {}): Promise<Person> {
  const person = await visitor(browser, tavolo, look);
  const { status } = await person.post('/demo/session', { person: key });
  expect(status, `sign in as ${key}`).toBeLessThan(300);
  return person;
}

/** No accessibility problem on the page as it stands. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    page.url(),
  ).toEqual([]);
}
