import { expect, test } from '@playwright/test';
import { accessible, signIn, visitor, type Person } from './people.js';
import { startTavolo, type Tavolo } from './tavolo.js';

/** Every page, as a member at a desk and as a visitor with a phone, in both languages: it shows itself, nothing breaks, axe finds nothing. */
const pages = [
  '/',
  '/sign-in',
  '/tables/T-FAM',
  '/tables/T-FAM/rulebook',
  '/tables/T-ELD/mode',
  '/tables/T-FAM/people',
  '/tables/T-FAM/log',
  '/tables/T-FAM/new',
  '/tables/T-DIS',
  '/proposals/P-101',
  '/proposals/P-102',
  '/proposals/P-101/versions/2',
  '/proposals/P-101/decisions/B-1',
  '/proposals/C-201',
  '/proposals/C-202',
  '/account',
  '/outbox',
  '/reset',
  '/set-up',
  '/people',
  '/log',
  '/nowhere',
];

let tavolo: Tavolo;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  tavolo = await startTavolo();
});
test.afterAll(() => tavolo.stop());

async function look(person: Person): Promise<void> {
  const broken: string[] = [];
  person.page.on('pageerror', (error) => broken.push(`${person.page.url()}: ${error.message}`));
  for (const path of pages) {
    await test.step(path, async () => {
      await person.page.goto(path);
      await expect(person.page.locator('h1').filter({ visible: true }).first()).toBeVisible();
      await expect(
        person.page.getByRole('status').filter({ hasText: /Opening|Loading|Apertura|Caricamento/ }),
      ).toHaveCount(0);
      await accessible(person.page);
      const sideways = await person.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(sideways, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    });
  }
  expect(broken).toEqual([]);
}

test('every page is accessible to a member at a desk, in English', async ({ browser }) => {
  test.setTimeout(300_000);
  await look(await signIn(browser, tavolo, 'm16'));
});

test('every page is accessible to a visitor with a phone, in Italian', async ({ browser }) => {
  test.setTimeout(300_000);
  await look(await visitor(browser, tavolo, { phone: true, italian: true }));
});

test('the first page needs at most 200 kB of JavaScript, and no editor', async ({ browser }) => {
  const { page, context } = await visitor(browser, tavolo);
  const wire = await context.newCDPSession(page);
  const scripts = new Map<string, string>();
  let bytes = 0;
  await wire.send('Network.enable');
  wire.on('Network.responseReceived', ({ requestId, response, type }) => {
    if (type === 'Script') scripts.set(requestId, response.url);
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto('/');
  await expect(page.locator('h1').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(scripts.size).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(200_000);
  expect([...scripts.values()].filter((url) => url.includes('live-writing'))).toEqual([]);
});
