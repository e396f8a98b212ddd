import { expect, test } from '@playwright/test';
import { act, planning, proposalOf } from './api.js';
import { bundleOf, stored, verify } from './bundles.js';
import { accessible, signIn, visitor, type Person } from './people.js';
import { startTavolo, type Tavolo } from './tavolo.js';
import { text, words } from './writing.js';

/** Scenario O3: a majority that is not a joint decision; three people of three sectors write, decide, change and decide again. */
test.describe.configure({ mode: 'serial' });

let tavolo: Tavolo;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  tavolo = await startTavolo();
});
test.afterAll(() => tavolo.stop());

const said = (person: Person, words: string | RegExp) =>
  expect(person.page.getByText(words).filter({ visible: true }).first()).toBeVisible();

test('three people write, the majority says yes and citizens do not concur; changed, it is adopted', async ({
  browser,
}) => {
  test.setTimeout(420_000);
  const lucia = await signIn(browser, tavolo, 'm16');
  const renato = await signIn(browser, tavolo, 'm04');
  const amina = await signIn(browser, tavolo, 'm30');
  const nicola = await signIn(browser, tavolo, 'm40');
  const serena = await signIn(browser, tavolo, 'm41');
  const others: Record<string, Person> = {};
  for (const key of ['m02', 'm05', 'm09', 'm12', 'm14', 'm22', 'm24', 'm34', 'm35'])
    others[key] = await signIn(browser, tavolo, key);
  const everyone: Record<string, Person> = { ...others, m16: lucia, m04: renato, m30: amina };

  let key = '';
  await test.step('Lucia begins a proposal and submits it', async () => {
    await lucia.page.goto('/tables/T-FAM/new');
    await lucia.page.getByLabel('Title').fill('A support network for foster families');
    await accessible(lucia.page);
    await lucia.page.getByRole('button', { name: 'Begin writing' }).click();
    await expect(lucia.page).toHaveURL(/\/proposals\/P-\d+$/);
    key = lucia.page.url().split('/').at(-1) ?? '';
    await text(lucia.page).click();
    await lucia.page.keyboard.type('A team of foster families and educators supports every placement.');
    await said(lucia, 'Saved');
    await lucia.page.getByRole('button', { name: 'Submit to the table' }).click();
    await lucia.page.getByRole('dialog').getByRole('button', { name: 'Submit to the table' }).click();
    await expect(lucia.page.getByRole('button', { name: 'Submit to the table' })).toHaveCount(0);
    await act(nicola, key, 'negotiation.opened');
  });

  await test.step('three sectors write at the same time and see each other', async () => {
    await renato.page.goto(`/proposals/${key}`);
    await amina.page.goto(`/proposals/${key}`);
    for (const { page } of [lucia, renato, amina]) await expect(text(page)).toContainText('supports every placement.');
    await text(renato.page).click();
    await renato.page.keyboard.press('Control+End');
    await renato.page.keyboard.press('Control+Enter');
    await renato.page.keyboard.type('The municipality makes 62,000 euro a year available.');
    await text(amina.page).click();
    await amina.page.keyboard.press('Control+Home');
    await amina.page.keyboard.type('From January: ');
    for (const { page } of [lucia, renato, amina]) {
      await expect
        .poll(() => words(page))
        .toBe(
          'From January: A team of foster families and educators supports every placement.\nThe municipality makes 62,000 euro a year available.',
        );
    }
    await said(lucia, /Renato Morbenti/);
    await accessible(lucia.page);
  });

  await test.step('facilitator and one person of each party confirm; editing stops on every screen', async () => {
    await renato.page.getByRole('button', { name: /Confirm this text for Public bodies/ }).click();
    await lucia.page.getByRole('button', { name: /Confirm this text for Third sector/ }).click();
    await amina.page.getByRole('button', { name: /Confirm this text for Citizens/ }).click();
    await nicola.page.goto(`/proposals/${key}`);
    await nicola.page.getByRole('button', { name: 'Confirm this text as facilitator' }).click();
    for (const { page } of [lucia, renato, amina]) await expect(text(page)).toHaveCount(0);
    for (const { page } of [lucia, renato, amina])
      await expect(page.getByText(/Version 1, frozen on/).first()).toBeVisible();
  });

  let ballot = '';
  await test.step('8 yes, 3 no: the majority is reached, and citizens do not concur', async () => {
    await serena.page.goto(`/proposals/${key}`);
    await serena.page.getByRole('button', { name: 'Open a ballot' }).click();
    await serena.page.getByRole('dialog').getByRole('button', { name: 'Open a ballot' }).click();
    await expect(lucia.page.getByRole('button', { name: 'Vote Yes' })).toBeVisible();
    ballot = planning(await proposalOf(lucia, key)).ballots.at(-1)?.key ?? '';
    await lucia.page.getByRole('button', { name: 'Vote Yes' }).click();
    await renato.page.getByRole('button', { name: 'Vote Yes' }).click();
    await amina.page.getByRole('button', { name: 'Vote No' }).click();
    await said(amina, /Your vote is recorded: No/);
    for (const voter of ['m02', 'm05', 'm09', 'm12', 'm14', 'm34'])
      await act(others[voter]!, key, 'vote.cast', { ballot, choice: 'yes' });
    for (const voter of ['m22', 'm35']) await act(others[voter]!, key, 'vote.cast', { ballot, choice: 'no' });
    for (const person of [lucia, renato, amina]) await said(person, '11 of 12 seats have voted');
    await accessible(amina.page);
    await serena.page.getByRole('button', { name: 'Close the ballot and count' }).click();
    await serena.page.getByLabel('Why the ballot is closed now').fill('Alberto Malvestri is absent today.');
    await serena.page.getByRole('dialog').getByRole('button', { name: 'Close the ballot and count' }).click();
    for (const person of [lucia, renato, amina]) {
      await said(person, 'Not adopted');
      await said(person, /not every party agrees: Citizens did not concur/);
      await said(person, '8 yes, 3 no, 0 abstentions of 12 eligible seats');
      await said(person, /Referred back \(1 of 1\)/);
    }
    const result = planning(await proposalOf(lucia, key)).ballots.at(-1)?.result;
    expect(result?.majority).toBe(true);
    expect(result?.reason).toBe('sector_not_concurring:citizens');
    expect(
      [result?.bySector.public, result?.bySector.third_sector, result?.bySector.citizens].map((count) => [
        count?.yes,
        count?.no,
      ]),
    ).toEqual([
      [4, 0],
      [3, 1],
      [1, 2],
    ]);
  });

  await test.step('Amina asks for a clause, the sponsor accepts, version 2 is written; version 1 stays readable with its tally', async () => {
    await amina.page.getByText('Propose an amendment', { exact: true }).click();
    await amina.page
      .getByLabel('What should change, in your words')
      .fill('New clause: a telephone line every evening.');
    await amina.page.getByRole('button', { name: 'Propose this amendment' }).click();
    await lucia.page.getByRole('button', { name: 'Accept' }).click();
    await lucia.page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    await said(amina, 'Accepted');
    await act(nicola, key, 'negotiation.reopened');
    await expect(text(amina.page)).toBeVisible();
    await text(amina.page).click();
    await amina.page.keyboard.press('Control+End');
    await amina.page.keyboard.press('Control+Enter');
    await amina.page.keyboard.type('A telephone line is open every evening.');
    await said(amina, 'Saved');
    for (const person of [renato, lucia])
      await expect(text(person.page)).toContainText('A telephone line is open every evening.');
    await renato.page.getByRole('button', { name: /Confirm this text for Public bodies/ }).click();
    await lucia.page.getByRole('button', { name: /Confirm this text for Third sector/ }).click();
    await amina.page.getByRole('button', { name: /Confirm this text for Citizens/ }).click();
    await nicola.page.getByRole('button', { name: 'Confirm this text as facilitator' }).click();
    await expect(amina.page.getByText(/Version 2, frozen on/).first()).toBeVisible();
    await expect(amina.page.getByText(`${ballot}: 8 yes, 3 no, 0 abstentions`)).toBeVisible();
    await amina.page.getByRole('link', { name: 'Read version 1' }).click();
    await expect(amina.page.getByText('supports every placement.')).toBeVisible();
    await expect(amina.page.getByText('telephone line')).toHaveCount(0);
    await accessible(amina.page);
    await amina.page.goBack();
  });

  await test.step('11 yes, 1 abstention, every party concurs: adopted', async () => {
    const opened = planning(await act(serena, key, 'vote.opened', { closesAt: null })).ballots.at(-1)?.key ?? '';
    for (const [voter, person] of Object.entries(everyone))
      await act(person, key, 'vote.cast', { ballot: opened, choice: voter === 'm05' ? 'abstain' : 'yes' });
    await act(serena, key, 'vote.closed', { ballot: opened, reason: null });
    await said(amina, '11 yes, 0 no, 1 abstention of 12 eligible seats');
    await said(amina, 'Adopted');
    const result = planning(await proposalOf(lucia, key)).ballots.at(-1)?.result;
    expect(result?.verdict).toBe('adopted');
    expect(result?.sectorConcurrence).toEqual({ public: true, third_sector: true, citizens: true });
    await amina.page.goto(`/proposals/${key}/decisions/${opened}`);
    await said(amina, 'A telephone line is open every evening.');
    await accessible(amina.page);
  });

  await test.step('formalising without an answerable party on clause 3 is blocked and names it', async () => {
    await serena.page.goto(`/proposals/${key}`);
    const clauses = serena.page.getByRole('group', { name: /^Clause \d$/ });
    for (const number of [1, 2])
      await clauses
        .nth(number - 1)
        .getByLabel('Answers for it')
        .selectOption({ index: 1 });
    await serena.page.getByLabel('Review on').fill('2027-11-16');
    await serena.page.getByRole('button', { name: 'Formalise' }).click();
    await expect(serena.page.getByRole('alert').filter({ hasText: /3/ }).first()).toBeVisible();
    await accessible(serena.page);
  });

  await test.step('the exported log verifies elsewhere; with one changed byte it does not', async () => {
    const guest = await visitor(browser, tavolo);
    const { body } = await guest.get('/tables/T-FAM');
    const { vkey } = (body as { log: { vkey: string } }).log;
    const { file, bytes } = await bundleOf(guest, tavolo, 'T-FAM');
    const good = verify(file, vkey);
    expect(good.code, good.said).toBe(0);
    expect(verify(file).code).toBe(3);
    expect(bytes.includes('Amina Teldari')).toBe(false);
    const changed = Buffer.from(bytes);
    // In the packed entries, a good way after their name.
    changed[changed.indexOf('entries.jsonl') + 400]! ^= 1;
    expect(verify(await stored(changed), vkey).code).not.toBe(0);
  });
});
