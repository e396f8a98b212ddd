import { expect, test } from '@playwright/test';
import { act, planning, proposalOf } from './api.js';
import { accessible, signIn, visitor, type Person } from './people.js';
import { startTavolo, type Tavolo } from './tavolo.js';
import { goTo, text, words } from './writing.js';

/** Scenario O6: consent, objection, mandate, submission. */
let tavolo: Tavolo;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  tavolo = await startTavolo();
});
test.afterAll(() => tavolo.stop());

const may = 'One flat in the first year.';
const mayNot = 'Give up the choice of flatmates.';
const said = (person: Person, passage: string | RegExp) =>
  expect(person.page.getByText(passage).filter({ visible: true }).first()).toBeVisible();
/** Presses a button and confirms what it asks. */
async function confirm({ page }: Person, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test('a coalition agrees without voting anyone down, and is represented within its mandate', async ({ browser }) => {
  test.setTimeout(300_000);
  const people = new Map<string, Person>();
  for (const key of ['m12', 'm14', 'm16', 'm18', 'm20', 'm22', 'm24', 'm25', 'm01']) {
    people.set(key, await signIn(browser, tavolo, key, key === 'm22' ? { phone: true } : {}));
  }
  const someone = (key: string): Person => people.get(key)!;
  const [alberto, miriam, paola, ilaria] = [someone('m24'), someone('m22'), someone('m25'), someone('m01')];
  let key = '';

  /** Facilitator and one organisation confirm the text as it reads. */
  const settle = async (): Promise<void> => {
    const { versions } = await act(paola, key, 'proposal.frozen');
    await act(paola, key, 'negotiation.reopened');
    const textHash = versions.at(-1)?.textHash;
    for (const person of [paola, someone('m14')]) await act(person, key, 'settlement.confirmed', { textHash });
  };
  const consent = async (keys: readonly string[]): Promise<void> => {
    for (const one of keys) await act(someone(one), key, 'consent.given', { stand: 'consent' });
    await act(someone('m18'), key, 'consent.given', { stand: 'stand_aside' });
  };

  await test.step('the joint draft is written in the room and settled', async () => {
    await alberto.page.goto('/tables/T-COA/new');
    await alberto.page.getByLabel('Title').fill('After Us, once more');
    await alberto.page.getByRole('button', { name: 'Begin writing' }).click();
    await expect(alberto.page).toHaveURL(/\/proposals\/P-COA-\d+$/u);
    key = alberto.page.url().split('/').at(-1) ?? '';
    await text(alberto.page).click();
    await alberto.page.keyboard.type('Two flats for four people each.');
    await said(alberto, 'Private room: only its members see this page.');
    await expect.poll(() => words(alberto.page)).toBe('Two flats for four people each.');
    await expect(alberto.page.getByText('Saved').first()).toBeVisible();
    await act(alberto, key, 'proposal.submitted');
    await act(paola, key, 'negotiation.opened');
    await settle();
  });

  await test.step('an objection is accepted only with the change that would meet it; then the round is closed', async () => {
    await paola.page.goto(`/proposals/${key}`);
    await confirm(paola, 'Open a consent round');
    await consent(['m12', 'm14', 'm16', 'm20', 'm24']);
    await miriam.page.goto(`/proposals/${key}`);
    await miriam.page.getByRole('radio', { name: 'I object' }).check();
    await miriam.page.getByLabel('Why you object').fill('People would be placed, not choose.');
    const send = miriam.page.getByRole('button', { name: 'Give my stand' });
    await send.click();
    await said(miriam, 'Please write the reason here.');
    expect(planning(await proposalOf(paola, key)).consentRounds[0]?.stands).not.toHaveProperty('m22');
    expect(planning(await proposalOf(paola, key)).consentRounds[0]?.closedAt).toBeNull();
    await accessible(miriam.page);
    await miriam.page
      .getByLabel('Which change would meet your objection')
      .fill('Those who will live there choose with whom.');
    await send.click();
    await said(paola, 'Not adopted: there are objections');
  });

  await test.step('the text is changed as she asked, and adopted by consent with one stand-aside by name', async () => {
    await act(paola, key, 'negotiation.reopened');
    await goTo(alberto.page, 'Two');
    await alberto.page.keyboard.type('Residents choose with whom. ');
    await expect.poll(() => words(alberto.page)).toBe('Residents choose with whom. Two flats for four people each.');
    await expect(alberto.page.getByText('Saved').first()).toBeVisible();
    await settle();
    await act(paola, key, 'consent_round.opened');
    await consent(['m12', 'm14', 'm16', 'm20', 'm24']);
    await miriam.page.getByRole('radio', { name: 'I consent' }).check();
    await miriam.page.getByRole('button', { name: 'Give my stand' }).click();
    await said(paola, 'Adopted by consent');
    await expect(paola.page.getByRole('listitem').filter({ hasText: 'Teresa Pievalunga' }).first()).toContainText(
      'Stands aside',
    );
    expect(planning(await proposalOf(paola, key)).ballots).toEqual([]);
  });

  await test.step('more than half of the seats give Alberto Malvestri the mandate', async () => {
    const nadia = someone('m14');
    await nadia.page.goto(`/proposals/${key}`);
    await nadia.page.getByText('Put forward a mandate').click();
    await nadia.page.getByLabel('Speaks for you').selectOption({ label: 'Alberto Malvestri' });
    await nadia.page.getByLabel('What the spokesperson may promise').fill(may);
    await nadia.page.getByLabel('What the spokesperson may not promise').fill(mayNot);
    await nadia.page.getByLabel('Last day on which it holds').fill('2027-02-28');
    await accessible(nadia.page);
    await nadia.page.getByRole('button', { name: 'Put it forward' }).click();
    await said(nadia, '1 seat supports it; 4 of 7 are needed to give it.');
    for (const one of ['m12', 'm16']) await act(someone(one), key, 'negotiating_mandate.supported', { mandate: 1 });
    const rosa = someone('m20');
    await rosa.page.goto(`/proposals/${key}`);
    await said(rosa, '3 seats support it; 4 of 7 are needed to give it.');
    await confirm(rosa, 'Support this mandate');
    await said(rosa, '28 February 2027');
    await said(alberto, 'You have the mandate: submit the text to a table as a joint proposal.');
  });

  await test.step('he submits it: at once on the steering table, as a joint proposal of seven organisations', async () => {
    await ilaria.page.goto('/tables/T-SYS');
    await expect(ilaria.page.getByRole('link', { name: /After Us, once more/u })).toHaveCount(0);
    await alberto.page.getByLabel('Table', { exact: true }).selectOption('T-SYS');
    await accessible(alberto.page);
    await alberto.page.getByRole('button', { name: 'Submit as a joint proposal' }).click();
    const row = ilaria.page.getByRole('listitem').filter({ hasText: 'After Us, once more' });
    await expect(row).toContainText('Joint proposal of 7 organisations', { timeout: 2_000 });
    await row.getByRole('link').first().click();
    await said(ilaria, 'Joint proposal of 7 organisations');
    await said(ilaria, 'Residents choose with whom. Two flats for four people each.');
    await accessible(ilaria.page);
  });

  await test.step('the room stays private: the limits of the mandate are for the coalition only', async () => {
    const guest = await visitor(browser, tavolo);
    for (const outside of [ilaria, guest]) {
      expect((await outside.get(`/proposals/${key}`)).status).toBe(404);
      expect((await outside.get('/tables/T-COA')).status).toBe(404);
      const { body } = await outside.get('/tables/T-SYS');
      const log = await outside.get('/tables/T-SYS/log?limit=100');
      for (const secret of [may, mayNot, key, 'T-COA']) expect(JSON.stringify([body, log.body])).not.toContain(secret);
    }
    await guest.page.goto('/tables/T-COA');
    await said(guest, 'This table is not open to you, or does not exist');
    await miriam.page.goto('/tables/T-COA');
    await said(miriam, /^Private room of/u);
    await said(miriam, may);
    await said(miriam, mayNot);
    await accessible(miriam.page);
  });
});
