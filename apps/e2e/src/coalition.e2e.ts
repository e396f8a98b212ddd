import { expect, test } from '@playwright/test';
import { act, proposalOf } from './api.js';
import { layCable } from './cable.js';
import { accessible, signIn, visitor } from './people.js';
import { startTavolo, type Tavolo } from './tavolo.js';
import { goTo, text, words } from './writing.js';

/** Scenario O5: two organisations write the same clause together. */
let tavolo: Tavolo;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  tavolo = await startTavolo();
});
test.afterAll(() => tavolo.stop());

test('both write at once, undo takes back only one’s own, offline words are kept, freezing stops both', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const alberto = await signIn(browser, tavolo, 'm24');
  const cable = await layCable(tavolo.url);
  const nadia = await signIn(browser, { ...tavolo, url: cable.url }, 'm14');
  const facilitator = await signIn(browser, tavolo, 'm25');

  await alberto.page.goto('/tables/T-COA/new');
  await alberto.page.getByLabel('Title').fill('Support at night');
  await alberto.page.getByRole('button', { name: 'Begin writing' }).click();
  await expect(alberto.page).toHaveURL(/\/proposals\/P-COA-\d+$/);
  const key = alberto.page.url().split('/').at(-1) ?? '';
  await text(alberto.page).click();
  await alberto.page.keyboard.type('Support is available at night.');
  await nadia.page.goto(`/proposals/${key}`);
  await expect(text(nadia.page)).toContainText('Support is available at night.');

  await test.step('each sees the other’s name and cursor', async () => {
    await text(nadia.page).click();
    await expect(alberto.page.locator('.caret-of-other', { hasText: 'Nadia Stradivelli' })).toBeVisible();
    await text(alberto.page).click();
    await expect(nadia.page.locator('.caret-of-other', { hasText: 'Alberto Malvestri' })).toBeVisible();
    await accessible(nadia.page);
  });

  await test.step('two changes at the same moment are both there within two seconds', async () => {
    await goTo(alberto.page, 'at night');
    await goTo(nadia.page, 'Support', true);
    await Promise.all([alberto.page.keyboard.type('every day '), nadia.page.keyboard.type('A support worker')]);
    for (const { page } of [alberto, nadia]) {
      await expect
        .poll(() => words(page), { timeout: 2_000 })
        .toBe('A support worker is available every day at night.');
    }
  });

  await test.step('his undo takes back only his words', async () => {
    await alberto.page.keyboard.press('Control+z');
    for (const { page } of [alberto, nadia])
      await expect.poll(() => words(page)).toBe('A support worker is available at night.');
  });

  await test.step('what she writes without network and what he writes meanwhile are both kept, in one order', async () => {
    cable.pull();
    await expect(nadia.page.getByText(/Offline since/).first()).toBeVisible({ timeout: 30_000 });
    await text(nadia.page).focus();
    await nadia.page.keyboard.press('Control+End');
    await nadia.page.keyboard.press('Control+Enter');
    await nadia.page.keyboard.type('Two people share each shift.');
    await goTo(alberto.page, 'is available');
    await alberto.page.keyboard.type('always ');
    cable.plugIn();
    const both = 'A support worker always is available at night.\nTwo people share each shift.';
    for (const { page } of [alberto, nadia]) await expect.poll(() => words(page), { timeout: 30_000 }).toBe(both);
    await expect(nadia.page.getByText('Saved', { exact: true }).first()).toBeVisible();
  });

  await test.step('a reload and a killed server lose nothing', async () => {
    await tavolo.kill();
    await expect(alberto.page.getByText(/Offline since/).first()).toBeVisible({ timeout: 30_000 });
    await goTo(alberto.page, 'Two people');
    await alberto.page.keyboard.type('From June: ');
    await tavolo.restart();
    for (const { page } of [alberto, nadia])
      await expect.poll(() => words(page), { timeout: 60_000 }).toContain('From June: Two people share each shift.');
    await nadia.page.reload();
    await expect
      .poll(() => words(nadia.page), { timeout: 30_000 })
      .toContain('From June: Two people share each shift.');
  });

  await test.step('history names author and organisation of each change', async () => {
    await alberto.page.getByText('Who wrote what', { exact: true }).click();
    await expect(alberto.page.getByText(/Nadia Stradivelli/).first()).toBeVisible();
    await expect(alberto.page.getByText(/Mani Vicine/).first()).toBeVisible();
    await expect(alberto.page.getByText(/Added: .*Two people share each shift/).first()).toBeVisible();
  });

  await test.step('somebody outside the coalition finds nothing of the text', async () => {
    const renato = await signIn(browser, tavolo, 'm04');
    const guest = await visitor(browser, tavolo);
    for (const person of [renato, guest]) {
      expect((await person.get(`/proposals/${key}`)).status).toBe(404);
      await person.page.goto(`/proposals/${key}`);
      await expect(person.page.getByText('There is nothing here that you may see').first()).toBeVisible();
      await expect(person.page.getByText('support worker')).toHaveCount(0);
      await accessible(person.page);
    }
  });

  await test.step('the facilitator freezes the text: editing stops on both screens at once', async () => {
    await act(facilitator, key, 'proposal.frozen');
    for (const { page } of [alberto, nadia]) await expect(text(page)).toHaveCount(0, { timeout: 2_000 });
    const { versions } = await proposalOf(alberto, key);
    expect(versions.at(-1)?.clauses.map(({ text: clause }) => clause.en)).toEqual([
      'A support worker always is available at night.',
      'From June: Two people share each shift.',
    ]);
  });
  await cable.close();
});
