import { type ProposalView } from '@tavolo/contracts';
import { type AutoRegulationProcedure } from '@tavolo/governance';
import { expect, test } from '@playwright/test';
import { moveClock, proposalOf } from './api.js';
import { bundleOf, verify } from './bundles.js';
import { accessible, signIn, visitor, type Person } from './people.js';
import { startTavolo, type Tavolo } from './tavolo.js';
import { text } from './writing.js';

/** Scenario O7: a charter is opt-in. */
test.describe.configure({ mode: 'serial' });

let tavolo: Tavolo;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  tavolo = await startTavolo();
});
test.afterAll(() => tavolo.stop());

const charter = ({ procedure }: ProposalView): AutoRegulationProcedure => {
  if (procedure.mode !== 'auto_regulation') throw new Error('not a charter');
  return procedure;
};
const said = (person: Person, words: string | RegExp) =>
  expect(person.page.getByText(words).filter({ visible: true }).first()).toBeVisible();
const row = ({ page }: Person, name: string) =>
  page.getByRole('list', { name: 'Who has signed' }).getByRole('listitem').filter({ hasText: name });
/** Presses a button and confirms what it asks. */
async function confirm({ page }: Person, name: string, reason?: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  const dialog = page.getByRole('dialog');
  if (reason !== undefined) await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name }).click();
  await expect(dialog).toHaveCount(0);
}

test('a charter binds those who sign it: signing, commitments, and leaving with notice', async ({ browser }) => {
  test.setTimeout(300_000);
  const sabrina = await signIn(browser, tavolo, 'm05');
  const miriam = await signIn(browser, tavolo, 'm22');
  const serena = await signIn(browser, tavolo, 'm41');

  await test.step('R-301: 7 of 9 signed, 1 declined, 1 undecided, 1 withdrawal announced; in force, not unanimous', async () => {
    const guest = await visitor(browser, tavolo);
    await guest.page.goto('/proposals/R-301');
    await said(guest, '7 of 9 signed, 1 declined, 1 undecided, 1 withdrawal announced');
    await said(guest, 'In force since 12 October 2026');
    await expect(guest.page.getByText(/unanimous/i)).toHaveCount(0);
    await expect(row(guest, 'Autolinee Sarvio')).toContainText('declined on 9 October 2026');
    await expect(row(guest, 'Autolinee Sarvio')).toContainText('Our vehicles cannot meet clause 2');
    await expect(row(guest, 'Upper Sarvio Union')).toContainText('undecided');
    await expect(row(guest, 'Farmacie del Piano')).toContainText('Leaves on 15 January 2027');
    await expect(guest.page.getByText('Miriam Olivastri')).toHaveCount(0);
    await accessible(guest.page);
    await guest.context.close();
  });

  await test.step('Sabrina Rocchesani signs for the Union on 1 December: 8 at once on another open screen', async () => {
    await moveClock(serena, '2026-12-01T09:00:00.000Z');
    await miriam.page.goto('/proposals/R-301');
    await said(miriam, /^7 of 9 signed/);
    await sabrina.page.goto('/proposals/R-301');
    await said(sabrina, 'You speak for Upper Sarvio Union of small municipalities. A signature binds nobody else.');
    await sabrina.page.getByRole('button', { name: 'Sign for Upper Sarvio Union' }).click();
    await said(sabrina, /It binds you from this moment; leaving takes a notice of 60 days/);
    await accessible(sabrina.page);
    await sabrina.page.getByRole('dialog').getByRole('button', { name: 'Sign for Upper Sarvio Union' }).click();
    await said(miriam, '8 of 9 signed, 1 declined, 1 withdrawal announced');
    await expect(row(miriam, 'Upper Sarvio Union')).toContainText('Signed by Sabrina Rocchesani, version 1');
    await expect(sabrina.page.getByRole('button', { name: /^Sign for/ })).toHaveCount(0);
    await expect(miriam.page.getByText(/unanimous/i)).toHaveCount(0);
  });

  await test.step('a commitment for Autolinee Sarvio is refused: not a signatory; for the Union it is assigned', async () => {
    const { page } = serena;
    await page.goto('/proposals/R-301');
    await page.getByText('Assign a commitment').click();
    const holder = page.getByLabel('Who does it');
    await holder.selectOption({ label: 'Autolinee Sarvio bus company' });
    await page.getByLabel('Clause').selectOption({ index: 1 });
    await page.getByLabel('What is done').fill('Name a contact person and publish the address.');
    await page.getByLabel('By', { exact: true }).fill('2027-01-31');
    await page.getByRole('button', { name: 'Assign', exact: true }).click();
    await said(serena, 'Autolinee Sarvio bus company has not signed the charter, and is not bound by it.');
    await expect(holder).toHaveAttribute('aria-invalid', 'true');
    await accessible(page);
    expect(charter(await proposalOf(serena, 'R-301')).commitments).toEqual([]);
    await holder.selectOption({ label: 'Upper Sarvio Union of small municipalities' });
    await page.getByRole('button', { name: 'Assign', exact: true }).click();
    await expect(page.getByRole('rowheader', { name: 'Upper Sarvio Union of small municipalities' })).toBeVisible();
  });

  await test.step('15 January 2027: the pharmacies are out; 7 signatories, 3 sectors, still in force', async () => {
    await moveClock(serena, '2027-01-15T08:00:00.000Z');
    await miriam.page.goto('/proposals/R-301');
    await said(miriam, '7 of 9 signed, 1 declined, 1 no longer a signatory');
    await said(miriam, 'In force since 12 October 2026');
    const former = miriam.page.getByRole('list', { name: 'No longer signatories' });
    await expect(former).toContainText('Farmacie del Piano');
    await expect(former).toContainText('Two branches are being sold.');
    const { stage, signatures } = charter(await proposalOf(miriam, 'R-301'));
    expect([stage, signatures.length, new Set(signatures.map(({ sector }) => sector)).size]).toEqual([
      'in_force',
      7,
      3,
    ]);
    await accessible(miriam.page);
  });

  await test.step('Nadia Stradivelli cannot sign for Casa dei Mestieri: she does not represent it', async () => {
    const nadia = await signIn(browser, tavolo, 'm14');
    await nadia.page.goto('/proposals/R-301');
    await expect(nadia.page.getByRole('button', { name: /^Sign for/ })).toHaveCount(0);
    const { seats } = await proposalOf(miriam, 'R-301');
    const subject = seats.find(({ organisation }) => organisation?.name.en?.startsWith('Casa dei Mestieri'))
      ?.organisation?.id;
    const answer = await nadia.post('/proposals/R-301/acts/charter.signed', { subject, reservations: [] });
    expect(answer.status).toBe(403);
    const seated = await sabrina.post('/proposals/R-301/acts/charter.signed', { subject, reservations: [] });
    expect(seated).toMatchObject({ status: 403, body: { code: 'not_represented' } });
    await nadia.context.close();
  });

  await test.step('the log says what happened by name, and verifies; on a phone, in Italian', async () => {
    await miriam.page.goto('/tables/T-DIS/log');
    await said(miriam, /a withdrawal from the charter took effect/i);
    await said(miriam, 'Farmacie del Piano pharmacies');
    await accessible(miriam.page);
    const phone = await signIn(browser, tavolo, 'm24', { phone: true, italian: true });
    await phone.page.goto('/proposals/R-301');
    await said(phone, 'hanno firmato 7 su 9, 1 ha detto di no, 1 non è più firmatario');
    await said(phone, 'In vigore dal 12 ottobre 2026');
    await accessible(phone.page);
    const { file } = await bundleOf(miriam, tavolo, 'T-DIS');
    const { body } = await miriam.get('/tables/T-DIS');
    expect(verify(file, (body as { log: { vkey: string } }).log.vkey).code).toBe(0);
  });
});

test('a charter from its first words to a newer version', async ({ browser }) => {
  test.setTimeout(300_000);
  const miriam = await signIn(browser, tavolo, 'm22');
  const marta = await signIn(browser, tavolo, 'm07');
  const nicola = await signIn(browser, tavolo, 'm40');
  let path = '';

  await test.step('Miriam begins it from the page of the table and invites everybody', async () => {
    await miriam.page.goto('/tables/T-DIS');
    await miriam.page.getByRole('link', { name: 'Begin a charter' }).click();
    await expect(miriam.page.getByRole('heading', { name: 'Begin a charter' })).toBeVisible();
    await miriam.page.getByLabel('Title').fill('Quiet hours in public places');
    await miriam.page.getByRole('button', { name: 'Begin writing' }).click();
    await expect(miriam.page).toHaveURL(/\/proposals\/\w+-\d+$/);
    path = new URL(miriam.page.url()).pathname;
    await text(miriam.page).click();
    await miriam.page.keyboard.type('Two hours a week are quiet.');
    await said(miriam, 'Saved');
    await confirm(miriam, 'Invite the table');
    await accessible(miriam.page);
  });

  await test.step('two join and write; a consent counts for the words as they read, not for later ones', async () => {
    await marta.page.goto(path);
    await marta.page.getByRole('button', { name: 'Join the drafting for Sarvio Health' }).click();
    await miriam.page.getByRole('button', { name: 'Join the drafting for Senza Gradini' }).click();
    await expect(text(marta.page)).toContainText('Two hours a week are quiet.');
    const agree = (person: Person) => person.page.getByRole('button', { name: /^Agree to this text for/ });
    await agree(marta).click();
    await said(miriam, 'agrees to the text as it reads');
    await text(miriam.page).click();
    await miriam.page.keyboard.press('Control+End');
    await miriam.page.keyboard.type(' They are announced.');
    await said(marta, 'agreed to an earlier text; the words have changed since');
    await expect(agree(miriam)).toBeEnabled();
    await agree(miriam).click();
    await expect(text(marta.page)).toContainText('They are announced.');
    await agree(marta).click();
    await accessible(marta.page);
    await confirm(miriam, 'Freeze the text');
    await said(marta, 'The text to be signed');
  });

  await test.step('Nicola opens the signing; six of three sectors sign, one with a reservation, and it is in force', async () => {
    await nicola.page.goto(path);
    await confirm(nicola, 'Open the signing');
    await miriam.page.getByText('Sign with a reservation').click();
    await miriam.page.getByRole('button', { name: 'Add a reservation' }).click();
    await miriam.page.getByLabel('Your reservation, in your words').fill('One hour in summer.');
    await accessible(miriam.page);
    await confirm(miriam, 'Sign for Senza Gradini');
    await said(miriam, 'Not in force yet');
    for (const key of ['m07', 'm24', 'm04', 'm32', 'm20']) {
      const signer = key === 'm07' ? marta : await signIn(browser, tavolo, key);
      const { seats, me } = await proposalOf(signer, path.split('/').at(-1) ?? '');
      const subject = seats.find(({ id }) => id === me.seat)?.organisation?.id;
      const answer = await signer.post(`${path}/acts/charter.signed`, { subject, reservations: [] });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    }
    await said(miriam, /^In force since/);
    await said(miriam, '6 of 9 signed, 3 undecided');
    await said(miriam, 'One hour in summer.');
  });

  await test.step('a signatory writes a newer version; the one in force stays until all accept', async () => {
    await miriam.page.getByText('Prepare a new version').click();
    await text(miriam.page).click();
    await miriam.page.keyboard.press('Control+End');
    await miriam.page.keyboard.type(' Staff know them.');
    await said(miriam, 'Saved');
    await confirm(miriam, 'Propose this text as a new version');
    await said(marta, '0 of 6 signatories accept it');
    await confirm(marta, 'Accept for Sarvio Health');
    await said(miriam, '1 of 6 signatories accept it');
    await confirm(miriam, 'Leave the charter', 'The staff cannot be trained in time.');
    await said(nicola, 'At risk: too few signatories are left');
    await accessible(nicola.page);
    await confirm(nicola, 'Drop the new version', 'It found no agreement.');
    await expect(marta.page.getByRole('heading', { name: 'A new version waits for all signatories' })).toHaveCount(0);
  });
});
