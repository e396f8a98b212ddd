import { expect, test } from '@playwright/test';
import { moveClock, proposalOf } from './api.js';
import { bundleOf, verify } from './bundles.js';
import { accessible, signIn, visitor } from './people.js';
import { startTavolo, type Tavolo } from './tavolo.js';

/** Scenario O4: extension, complete replies, deviation. */
let tavolo: Tavolo;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  tavolo = await startTavolo();
});
test.afterAll(() => tavolo.stop());

const statement =
  'The municipality does not adopt the list and the fees in this form. The hours that the region pays for are not confirmed beyond June, and a list that promises ' +
  'places which cannot be staffed would mislead families. A new text follows in spring, with the same table.';

test('thin consultation is extended, every assessment gets its reply, a departure needs its statement and stands out', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const giulia = await signIn(browser, tavolo, 'm03');
  const rosa = await signIn(browser, tavolo, 'm20');
  const bruno = await signIn(browser, tavolo, 'm28');

  await test.step('on 5 December the window has been extended once, to 14 December, with its reason', async () => {
    await moveClock(giulia, '2026-12-05T08:00:00.000Z');
    await rosa.page.goto('/proposals/C-202');
    await expect(rosa.page.getByText(/Extended to 14 December 2026/).first()).toBeVisible();
    const { procedure } = await proposalOf(rosa, 'C-202');
    if (procedure.mode !== 'consultation') throw new Error('not a consultation');
    expect(procedure.extension?.until.slice(0, 10)).toBe('2026-12-14');
    await accessible(rosa.page);
  });

  await test.step('contrary without a reason is refused and nothing typed is lost; with a reason it is accepted', async () => {
    await rosa.page.getByRole('radio', { name: 'Contrary' }).check();
    await rosa.page.getByRole('button', { name: 'Give my assessment' }).click();
    await expect(rosa.page.getByRole('alert').first()).toBeVisible();
    await expect(rosa.page.getByRole('radio', { name: 'Contrary' })).toBeChecked();
    await rosa.page.getByLabel('Reason').fill('The fees close the door to those who need the centre most.');
    await rosa.page.getByRole('button', { name: 'Give my assessment' }).click();
    await expect(rosa.page.getByText(/You gave: Contrary/)).toBeVisible();
    await bruno.page.goto('/proposals/C-202');
    await bruno.page.getByRole('radio', { name: 'Favourable', exact: true }).check();
    await bruno.page.getByRole('button', { name: 'Give my assessment' }).click();
    await expect(bruno.page.getByText(/You gave: Favourable/)).toBeVisible();
  });

  await test.step('on 15 December it is closed: 5 supportive to 1 contrary; replies due on 13 January', async () => {
    await moveClock(giulia, '2026-12-15T08:00:00.000Z');
    await giulia.page.goto('/proposals/C-202');
    await expect(giulia.page.getByText('5 supportive, 1 contrary: supportive')).toBeVisible();
    await expect(giulia.page.getByText(/13 January 2027/).first()).toBeVisible();
    const { procedure } = await proposalOf(giulia, 'C-202');
    if (procedure.mode !== 'consultation') throw new Error('not a consultation');
    const { bySector } = procedure.prevailing!;
    const counts = (['public', 'third_sector', 'citizens', 'market'] as const).map((sector) => {
      const count = bySector[sector];
      return `${sector} ${count?.supportive}-${count?.contrary}`;
    });
    expect(counts).toEqual(['public 1-0', 'third_sector 2-1', 'citizens 1-0', 'market 1-0']);
    await accessible(giulia.page);
  });

  let last = '';
  await test.step('five replies, then deciding is refused: one assessment without reply, with a link to it', async () => {
    const { procedure } = await proposalOf(giulia, 'C-202');
    if (procedure.mode !== 'consultation') throw new Error('not a consultation');
    const keys = procedure.assessments.map(({ key }) => key);
    last = keys.at(-1) ?? '';
    for (const key of keys.slice(0, -1)) {
      await giulia.page.getByRole('checkbox', { name: new RegExp(`^${key} `) }).check();
      await giulia.page.getByRole('radio', { name: 'Partly accepted' }).check();
      await giulia.page.getByLabel('Reason').fill('Taken into the next text as far as the hours allow.');
      await giulia.page.getByRole('button', { name: 'Publish the reply' }).click();
      await giulia.page.getByRole('dialog').getByRole('button', { name: 'Publish the reply' }).click();
      await expect(giulia.page.getByRole('checkbox', { name: new RegExp(`^${key} `) })).toHaveCount(0);
      await expect(giulia.page.getByRole('radio', { name: 'Partly accepted' })).not.toBeChecked();
    }
    await giulia.page.getByRole('radio', { name: 'Do not adopt' }).check();
    await giulia.page.getByLabel(/Statement on the departure/).fill(statement);
    await giulia.page.getByRole('button', { name: 'Record the decision' }).click();
    await expect(giulia.page.getByText('1 assessment without reply').first()).toBeVisible();
    await expect(giulia.page.getByRole('link', { name: `Go to ${last}` })).toBeVisible();
    expect((await proposalOf(giulia, 'C-202')).procedure.stage).toBe('responding');
  });

  await test.step('a departure asks for a statement: 150 characters are refused, 230 accepted', async () => {
    await giulia.page.getByRole('checkbox', { name: new RegExp(`^${last} `) }).check();
    await giulia.page.getByRole('radio', { name: 'Accepted', exact: true }).check();
    await giulia.page.getByRole('button', { name: 'Publish the reply' }).click();
    await giulia.page.getByRole('dialog').getByRole('button', { name: 'Publish the reply' }).click();
    await expect(giulia.page.getByRole('checkbox', { name: new RegExp(`^${last} `) })).toHaveCount(0);
    await giulia.page.getByRole('radio', { name: 'Do not adopt' }).check();
    await expect(giulia.page.getByText(/departs from the prevailing opinion/).first()).toBeVisible();
    await giulia.page.getByLabel(/Statement on the departure/).fill(statement.slice(0, 150));
    await giulia.page.getByRole('button', { name: 'Record the decision' }).click();
    await expect(giulia.page.getByRole('alert').first()).toBeVisible();
    expect((await proposalOf(giulia, 'C-202')).procedure.stage).toBe('responding');
    await giulia.page.getByLabel(/Statement on the departure/).fill(statement.slice(0, 230));
    await giulia.page.getByRole('button', { name: 'Record the decision' }).click();
    await giulia.page.getByRole('dialog').getByRole('button', { name: 'Record the decision' }).click();
    await expect(
      giulia.page.getByRole('heading', { name: 'This decision departs from the prevailing opinion' }),
    ).toBeVisible();
  });

  await test.step('a visitor sees the deviation, its statement, the tally and each assessment beside its reply; on a phone, in Italian', async () => {
    const guest = await visitor(browser, tavolo);
    await guest.page.goto('/proposals/C-202');
    await expect(
      guest.page.getByRole('heading', { name: 'This decision departs from the prevailing opinion' }),
    ).toBeVisible();
    await expect(guest.page.getByText(statement.slice(0, 230))).toBeVisible();
    await expect(guest.page.getByText('5 supportive, 1 contrary: supportive')).toBeVisible();
    await expect(guest.page.getByText('The fees close the door to those who need the centre most.')).toBeVisible();
    await expect(guest.page.getByText('Partly accepted').first()).toBeVisible();
    await expect(guest.page.getByText('Rosa Nardesco')).toHaveCount(0);
    await accessible(guest.page);
    const phone = await visitor(browser, tavolo, { phone: true, italian: true });
    await phone.page.goto('/proposals/C-202');
    await expect(
      phone.page.getByRole('heading', { name: 'Questa decisione si scosta dall’orientamento prevalente' }),
    ).toBeVisible();
    await accessible(phone.page);
    const { file } = await bundleOf(guest, tavolo, 'T-ELD');
    const { body } = await guest.get('/tables/T-ELD');
    expect(verify(file, (body as { log: { vkey: string } }).log.vkey).code).toBe(0);
  });

  await test.step('C-201 shows how a contrary majority was answered', async () => {
    await rosa.page.goto('/proposals/C-201');
    await expect(
      rosa.page.getByRole('heading', { name: 'This decision departs from the prevailing opinion' }),
    ).toBeVisible();
    await expect(rosa.page.getByText('4 supportive, 5 contrary: contrary')).toBeVisible();
  });
});
