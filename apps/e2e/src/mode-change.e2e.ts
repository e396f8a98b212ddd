import { type ModeChangeView, type TableView } from '@tavolo/contracts';
import { type Choice } from '@tavolo/governance';
import { expect, test } from '@playwright/test';
import { moveClock, proposalOf } from './api.js';
import { bundleOf, verify } from './bundles.js';
import { accessible, signIn, visitor, type Person } from './people.js';
import { startTavolo, type Tavolo } from './tavolo.js';

/** A table changes its mode by its own rules: a vote that fails by one sector, one that passes, and an emergency act that ends by itself. */
test.describe.configure({ mode: 'serial' });

let tavolo: Tavolo;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  tavolo = await startTavolo();
});
test.afterAll(() => tavolo.stop());

const page = '/tables/T-ELD/mode';
const voters = ['m01', 'm08', 'm14', 'm18', 'm20', 'm25', 'm31', 'm32', 'm36', 'm27', 'm28'] as const;

const said = (person: Person, words: string | RegExp) =>
  expect(person.page.getByText(words).filter({ visible: true }).first()).toBeVisible();
const tableOf = async (person: Person): Promise<TableView> => (await person.get('/tables/T-ELD')).body as TableView;
const changeOf = async (person: Person, key: string): Promise<ModeChangeView> =>
  (await person.get(`/mode-changes/${key}`)).body as ModeChangeView;
async function act(person: Person, key: string, name: string, body: unknown = {}): Promise<void> {
  const answer = await person.post(`/mode-changes/${key}/acts/${name}`, body);
  expect(answer.status, `${name}: ${JSON.stringify(answer.body)}`).toBe(200);
}
/** Presses a button and confirms what it asks. */
async function confirm(person: Person, name: string, text?: string): Promise<void> {
  await person.page.getByRole('button', { name, exact: true }).click();
  const dialog = person.page.getByRole('dialog');
  if (text !== undefined) await dialog.getByLabel('Text').fill(text);
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test('a change of mode fails by one sector, passes the second time, and is set aside by an emergency act', async ({
  browser,
}) => {
  test.setTimeout(420_000);
  const people = new Map<string, Person>();
  for (const key of [...voters, 'm03', 'm41']) people.set(key, await signIn(browser, tavolo, key));
  const person = (key: string): Person => people.get(key)!;
  const [proposer, institution, secretary] = [person('m18'), person('m03'), person('m41')];

  /** The secretary opens the vote; everybody votes, with yes unless said otherwise. */
  async function votedOn(key: string, otherwise: Readonly<Record<string, Choice>>): Promise<void> {
    await secretary.page.goto(`${page}#${key}`);
    await confirm(secretary, 'Open the vote');
    const ballot = (await changeOf(secretary, key)).change.ballots.at(-1)?.key;
    for (const voter of voters.filter((one) => one !== 'm27')) {
      await act(person(voter), key, 'vote.cast', { ballot, choice: otherwise[voter] ?? 'yes' });
    }
    const { page: own } = person('m27');
    await own.goto(page);
    await own.getByRole('button', { name: `Vote ${otherwise.m27 === 'no' ? 'No' : 'Yes'}` }).click();
    await expect(secretary.page.locator(`#${key}`).getByText('Voted: 11 of 11 seats.')).toBeVisible();
    await confirm(secretary, 'Close the vote');
  }

  await test.step('the page tells how the table came to its present mode', async () => {
    const guest = await visitor(browser, tavolo);
    await guest.page.goto(page);
    await said(guest, 'MC-1: from Consultation to Planning');
    await said(guest, 'It came into force.');
    await said(guest, 'The table voted for the new mode.');
    await expect(guest.page.getByRole('button', { name: 'Propose this mode' })).toHaveCount(0);
    await accessible(guest.page);
    await guest.context.close();
  });

  await test.step('a seat puts another mode forward for its bench, which proposes it with more than half of its seats', async () => {
    const { page: own } = proposer;
    await own.goto('/tables/T-ELD');
    await own.getByRole('link', { name: 'Change of mode' }).click();
    await own.getByLabel('New mode and model of rules').selectOption({ label: 'Parent cooperative (Sweden)' });
    await own.getByLabel('Reasons').fill('Those who run the services should decide on small sums.');
    await own.getByRole('button', { name: 'Propose this mode' }).click();
    await said(proposer, 'MC-2: from Planning to Auto-administration');
    await said(proposer, 'Seats of the bench that propose it: 1 of 4; more than half are needed.');
    await accessible(own);
    await person('m14').page.goto('/');
    await person('m14')
      .page.getByRole('link', { name: /Decide whether your seat proposes .* \(MC-2\)/ })
      .click();
    await confirm(person('m14'), 'Propose it too');
    await act(person('m20'), 'MC-2', 'mode_change.supported');
    await said(proposer, 'Notice was given.');
    await secretary.page.goto(page);
    await expect(secretary.page.getByRole('button', { name: 'Open the vote' })).toHaveCount(0);
    expect(await secretary.post('/mode-changes/MC-2/acts/vote.opened', {})).toMatchObject({
      status: 409,
      body: { code: 'too_early' },
    });
  });

  await test.step('after ten days of notice it fails by one sector, though nine of eleven are for it', async () => {
    await moveClock(secretary, '2026-12-07T09:00:00.000Z');
    await votedOn('MC-2', { m27: 'no', m28: 'abstain' });
    await said(proposer, 'Enough votes in all, but not more yes than no in: Market');
    await said(proposer, 'It was voted down. The mode stays as it was.');
    await accessible(proposer.page);
    expect((await tableOf(proposer)).mode).toBe('planning');
  });

  await test.step('the second time it passes, and the institution consents in writing', async () => {
    const { rulebook } = (await changeOf(proposer, 'MC-2')).change;
    const again = await proposer.post('/tables/T-ELD/mode-changes', {
      as: 'third_sector',
      reason: 'With a ceiling that the market has asked for.',
      rulebook,
    });
    expect(again.status).toBe(200);
    await act(person('m14'), 'MC-3', 'mode_change.supported');
    await act(person('m20'), 'MC-3', 'mode_change.supported');
    await moveClock(secretary, '2026-12-18T09:00:00.000Z');
    await votedOn('MC-3', { m25: 'no', m28: 'abstain' });
    await said(proposer, 'The table voted for it. The institution has to answer in writing.');
    await institution.page.goto('/');
    await institution.page.getByRole('link', { name: /Answer for the institution .* \(MC-3\)/ }).click();
    await confirm(institution, 'Consent in writing', 'The area consents to hand over small sums.');
    await said(institution, 'It was agreed, and takes effect soon.');
    await accessible(institution.page);
  });

  await test.step('it takes effect seven days later, and what is under way keeps its mode', async () => {
    await moveClock(secretary, '2026-12-24T22:30:00.000Z');
    expect((await tableOf(proposer)).mode).toBe('planning');
    await moveClock(secretary, '2026-12-25T09:00:00.000Z');
    await expect.poll(async () => (await tableOf(proposer)).mode).toBe('auto_administration');
    expect((await changeOf(proposer, 'MC-3')).change.effectiveAt).toBe('2026-12-24T23:00:00.000Z');
    await proposer.page.goto('/tables/T-ELD');
    await expect(proposer.page.getByText('Auto-administration').first()).toBeVisible();
    expect((await proposalOf(proposer, 'C-202')).procedure.mode).toBe('consultation');
  });

  await test.step('an emergency act sets it aside for twenty days, and ends by itself', async () => {
    const { page: own } = institution;
    await own.goto(page);
    await own.getByLabel('For how many days (1 to 60)').fill('20');
    await own.getByLabel('Reasons').last().fill('The river has flooded the centre.');
    await own.getByRole('button', { name: 'Declare the emergency' }).click();
    await said(institution, 'MC-4: emergency act, Auto-administration set aside for Consultation');
    await said(institution, /^It ends by itself on Thursday 14 January 2027, 00:00/);
    expect((await tableOf(institution)).mode).toBe('consultation');
    await accessible(own);
    await moveClock(secretary, '2027-01-14T09:00:00.000Z');
    await expect.poll(async () => (await tableOf(institution)).mode).toBe('auto_administration');
    await said(institution, 'The emergency act is over. The rules before it are in force again.');
  });

  await test.step('the log says it in words, verifies, and comes out as recorded when the rules carry it out again', async () => {
    await proposer.page.goto('/tables/T-ELD/log');
    await said(proposer, /the emergency act ended/i);
    await accessible(proposer.page);
    const phone = await signIn(browser, tavolo, 'm31', { phone: true, italian: true });
    await phone.page.goto(page);
    await said(phone, 'MC-4: atto di emergenza, da Auto-amministrazione a Consultazione');
    await accessible(phone.page);
    const sideways = await phone.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    const { file } = await bundleOf(proposer, tavolo, 'T-ELD');
    const { code, said: words } = verify(file, (await tableOf(proposer)).log.vkey, '--replay');
    expect([code, words]).toEqual([0, expect.stringContaining('MC-1, MC-2, MC-3, MC-4')]);
  });
});
