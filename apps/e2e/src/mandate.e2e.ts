import { expect, test } from '@playwright/test';
import { type ProposalView } from '@tavolo/contracts';
import { type AutoAdministrationProcedure } from '@tavolo/governance';
import { act, moveClock, proposalOf } from './api.js';
import { bundleOf, verify } from './bundles.js';
import { accessible, signIn, visitor, type Person } from './people.js';
import { startTavolo, type Tavolo } from './tavolo.js';
import { text } from './writing.js';

/** Scenario O10: watching a mandate. A visitor follows how a table spends within the limits that the municipality set. */
test.describe.configure({ mode: 'serial' });

let tavolo: Tavolo;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  tavolo = await startTavolo();
});
test.afterAll(() => tavolo.stop());

const decision = ({ procedure }: ProposalView): AutoAdministrationProcedure => {
  if (procedure.mode !== 'auto_administration') throw new Error('not a decision under a mandate');
  return procedure;
};
const said = (person: Person, words: string | RegExp) =>
  expect(person.page.getByText(words).filter({ visible: true }).first()).toBeVisible();
const mandate = ({ page }: Person) => page.locator('#mandate-MD-1');
/** What stands beside a name in the list of the limits. */
const limit = (person: Person, name: string) =>
  mandate(person).getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd');
/** Presses a button and confirms what it asks. */
async function confirm({ page }: Person, name: string, field?: string, words = ''): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (field !== undefined) await dialog.getByLabel(field).fill(words);
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** Begins a decision on the page of the table and hands it in; returns its key. */
async function handedIn(person: Person, title: string, amount: string): Promise<string> {
  const { page } = person;
  await page.goto('/tables/T-NEI');
  await page.getByRole('link', { name: 'Begin a decision' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Begin writing' }).click();
  await expect(page).toHaveURL(/\/proposals\/D-\d+$/);
  await text(page).click();
  await page.keyboard.type('Two afternoons a week, in both villages, until June.');
  await said(person, 'Saved');
  await page.getByLabel('Amount in euro').fill(amount);
  await page.getByLabel('What it is about').selectOption({ label: 'First-access social service' });
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('button', { name: 'Hand in' })).toHaveCount(0);
  return page.url().split('/').at(-1) ?? '';
}

test('a visitor watches the limits within which a table spends', async ({ browser }) => {
  test.setTimeout(600_000);
  const guest = await visitor(browser, tavolo);
  const carla = await signIn(browser, tavolo, 'm32');
  const serena = await signIn(browser, tavolo, 'm41');
  const nicola = await signIn(browser, tavolo, 'm40');
  const ilaria = await signIn(browser, tavolo, 'm01');
  let within = '';
  let over = '';

  await test.step('1: the mandate says who granted it, for what, how much, until when; what is spent and left', async () => {
    await guest.page.goto('/tables/T-NEI');
    await expect(limit(guest, 'Granted by')).toHaveText('Municipality of Piandaria');
    await expect(limit(guest, 'By the act')).toContainText('2 September 2026');
    await expect(limit(guest, 'What it is for')).toHaveText('First-access social service');
    await expect(limit(guest, 'Kinds of spending')).toHaveText('current expenses');
    await expect(limit(guest, 'Not for')).toHaveText('Staff contracts, Fees and Individual cases');
    await expect(limit(guest, 'In all')).toHaveText('€40,000.00');
    await expect(limit(guest, 'One decision')).toHaveText('At most €8,000.00');
    await expect(limit(guest, 'In force')).toHaveText('From 2 September 2026 until 30 June 2027');
    await expect(mandate(guest)).toContainText('Spent €10,800.00 of €40,000.00; left €29,200.00.');
    await expect(mandate(guest)).toContainText('1 December 2026, in 7 days');
    await expect(mandate(guest)).toContainText('The mandate is active');
    await accessible(guest.page);
  });

  await test.step('2: a decision of 8,000 euro passes the check; one of 8,000.01 is blocked by the ceiling', async () => {
    within = await handedIn(carla, 'Afternoons of first access', '8,000');
    await said(carla, 'Version 1 is within the mandate.');
    await accessible(carla.page);
    over = await handedIn(carla, 'Afternoons of first access, with a cent more', '8,000.01');
    await said(carla, 'Blocked: it spends more than one decision may.');
    await said(carla, /It spends €8,000\.01, but one decision may spend at most €8,000\.00\./);
    await accessible(carla.page);
    const decisions = guest.page.getByRole('table', { name: 'Decisions under the mandate' });
    await expect(decisions.getByRole('row').filter({ hasText: within })).toContainText('€8,000.00');
    await expect(decisions.getByRole('row').filter({ hasText: over })).toContainText('Blocked');
  });

  await test.step('3: adopted on 1 December by 5 to 3; standstill until 11 December, 21,200 euro left', async () => {
    await moveClock(serena, '2026-12-01T09:00:00.000Z');
    await nicola.page.goto(`/proposals/${within}`);
    await confirm(nicola, 'Open a ballot');
    const ballot = decision(await proposalOf(carla, within)).ballots.at(-1)?.key ?? '';
    await carla.page.goto(`/proposals/${within}`);
    await carla.page.getByRole('button', { name: 'Vote Yes' }).click();
    await said(carla, /Your vote is recorded: Yes/);
    const others = { m14: 'yes', m16: 'yes', m20: 'yes', m22: 'yes', m31: 'no', m33: 'no', m39: 'no' };
    for (const [key, choice] of Object.entries(others)) {
      const voter = await signIn(browser, tavolo, key);
      const answer = await voter.post(`/proposals/${within}/acts/vote.cast`, { ballot, choice });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      await voter.context.close();
    }
    await serena.page.goto(`/proposals/${within}`);
    await confirm(serena, 'Close the ballot and count');
    await said(carla, 'Adopted on 1 December 2026');
    await said(carla, '5 yes, 3 no, 0 abstentions of 8 eligible seats');
    await said(carla, /11 December 2026/);
    await accessible(carla.page);
    await expect(mandate(guest)).toContainText('Spent €10,800.00 of €40,000.00; left €21,200.00.');
    await guest.page.goto(`/proposals/${within}`);
    await said(guest, /11 December 2026/);
    await accessible(guest.page);
  });

  await test.step('4: on 9 December the institution cannot call it in for its use: only four grounds, which are named', async () => {
    await moveClock(serena, '2026-12-09T09:00:00.000Z');
    await ilaria.page.goto(`/proposals/${within}`);
    const grounds = ilaria.page.getByRole('radiogroup', { name: 'Ground' });
    await expect(grounds.getByRole('radio')).toHaveCount(4);
    await ilaria.page.getByLabel('Reason').fill('It is not useful.');
    await ilaria.page.getByRole('button', { name: 'Call in' }).click();
    await said(
      ilaria,
      'It is possible only on one of these grounds: out of scope, over budget, unlawful and an interest was not declared. That a decision seems of no use is none of them.',
    );
    await accessible(ilaria.page);
    const body = { ground: 'not useful', reason: 'It is not useful.' };
    const refused = await ilaria.post(`/proposals/${within}/acts/decision.called_in`, body);
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'ground_not_admitted',
        params: { grounds: ['out_of_scope', 'over_budget', 'unlawful', 'undeclared_interest'] },
      },
    });
    expect(decision(await proposalOf(guest, within)).stage).toBe('standstill');
  });

  await test.step('5: no report comes; suspended from 17 December, 00:00, new decisions blocked, the adopted one effective', async () => {
    await guest.page.goto('/tables/T-NEI');
    await expect(mandate(guest)).toContainText('1 December 2026, 8 days late');
    await moveClock(serena, '2026-12-17T09:00:00.000Z');
    await expect(mandate(guest)).toContainText('The mandate is suspended, since Thursday 17 December 2026, 00:00');
    await expect(mandate(guest)).toContainText('The report that was due was not filed.');
    await expect(mandate(guest)).toContainText('Spent €18,800.00 of €40,000.00; left €21,200.00.');
    await accessible(guest.page);
    await handedIn(carla, 'One more afternoon', '100');
    await said(carla, /^Blocked: /);
    await guest.page.goto(`/proposals/${within}`);
    await said(guest, 'In effect since 11 December 2026');
  });

  await test.step('6: the report is filed and the mandate is active at once; a visitor finds all of it in the audit log', async () => {
    await guest.page.goto('/tables/T-NEI');
    await expect(mandate(guest)).toContainText('The mandate is suspended');
    await carla.page.goto('/tables/T-NEI');
    await confirm(carla, 'File a report', 'Report', 'The minibus ran twice a week and 61 people came.');
    await expect(mandate(guest)).toContainText('The mandate is active');
    await expect(mandate(guest)).toContainText('The minibus ran twice a week and 61 people came.');
    await accessible(guest.page);
    await mandate(guest).getByText('History of the mandate').click();
    await guest.page.getByRole('link', { name: 'All entries on the mandate in the audit log' }).click();
    await said(guest, 'The mandate became active again');
    await said(guest, 'Filed a report on the mandate');
    await said(guest, 'The mandate was suspended');
    await accessible(guest.page);
  });

  await test.step('the exported log verifies elsewhere, also when the rules carry it out again', async () => {
    const { body } = await guest.get('/tables/T-NEI');
    const { vkey } = (body as { log: { vkey: string } }).log;
    const { file, bytes } = await bundleOf(guest, tavolo, 'T-NEI');
    const good = verify(file, vkey, '--replay');
    expect(good.code, good.said).toBe(0);
    expect(bytes.includes('Carla Costamara')).toBe(false);
  });
});

/** Holders of the mandate, in the order in which they vote. */
const holders = ['m14', 'm16', 'm20', 'm22', 'm31', 'm32', 'm33', 'm39'];

test('a decision is called in on a ground, insisted on and ruled on; another goes back when interests leave nobody to decide', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const carla = await signIn(browser, tavolo, 'm32');
  const nicola = await signIn(browser, tavolo, 'm40');
  const ilaria = await signIn(browser, tavolo, 'm01');
  const ada = await signIn(browser, tavolo, 'm42');
  const voters = Object.fromEntries(
    await Promise.all(holders.map(async (key) => [key, await signIn(browser, tavolo, key)] as const)),
  );
  const refused = async (person: Person, key: string, name: string, body: object): Promise<void> => {
    expect((await person.post(`/proposals/${key}/acts/${name}`, body)).status, name).toBe(403);
  };
  let key = '';

  await test.step('the institution calls it in as unlawful, nobody else can; the holders insist', async () => {
    key = await handedIn(carla, 'A desk in the library', '1,000');
    await said(carla, 'Version 1 is within the mandate.');
    const opened = decision(await act(nicola, key, 'vote.opened', { closesAt: null }));
    const ballot = opened.ballots.at(-1)?.key ?? '';
    for (const person of Object.values(voters)) await act(person, key, 'vote.cast', { ballot, choice: 'yes' });
    await act(nicola, key, 'vote.closed', { ballot, reason: null });
    for (const person of [carla, nicola, ada]) {
      await refused(person, key, 'decision.called_in', { ground: 'unlawful', reason: 'It is against the law.' });
    }
    await ilaria.page.goto(`/proposals/${key}`);
    await ilaria.page.getByRole('radio', { name: 'unlawful' }).check();
    await ilaria.page.getByLabel('Reason').fill('The library is not ours to use.');
    await ilaria.page.getByRole('button', { name: 'Call in' }).click();
    await said(carla, /^Called in on .*: unlawful/);
    await refused(ilaria, key, 'decision.insisted', { reason: 'No.' });
    await confirm(carla, 'Insist', 'Reason', 'The library has agreed in writing.');
    await said(ilaria, 'The library has agreed in writing.');
    await accessible(carla.page);
  });

  await test.step('the guarantor rules on that ground only; the decision stands', async () => {
    for (const person of [carla, ilaria, nicola]) {
      await refused(person, key, 'call_in.ruled', { upheld: true, reason: 'It is against the law.' });
    }
    await ada.page.goto(`/proposals/${key}`);
    await said(ada, 'You rule on the stated ground only: unlawful.');
    await ada.page.getByRole('radio', { name: 'The ground is not there: the decision stands' }).check();
    await ada.page.getByLabel('Reason').fill('The agreement of the library is enough.');
    await accessible(ada.page);
    await ada.page.getByRole('button', { name: 'Record the ruling' }).click();
    await said(carla, /^The guarantor did not uphold the call-in/);
    expect(decision(await proposalOf(carla, key)).stage).toBe('standstill');
  });

  await test.step('conflicts of interest leave too few: the institution answers, with its reasons', async () => {
    key = await handedIn(carla, 'A room for everybody who sits here', '2,000');
    await said(carla, 'Version 1 is within the mandate.');
    for (const one of holders.slice(0, 5)) {
      await act(voters[one]!, key, 'seat.recused', { reason: 'My organisation would get it.' });
    }
    await carla.page.getByText('Other steps').click();
    await confirm(carla, 'Declare a conflict of interest', 'Reason', 'We would get it.');
    expect(decision(await proposalOf(carla, key)).stage).toBe('deliberating');
    await act(voters.m39!, key, 'seat.recused', { reason: 'I would get it.' });
    await said(carla, 'After conflicts of interest were declared, too few remained to decide.');
    for (const person of [carla, nicola, ada]) {
      await refused(person, key, 'institution.answered', { outcome: 'adopted', reason: 'It is needed.' });
    }
    await ilaria.page.goto(`/proposals/${key}`);
    await ilaria.page.getByRole('radio', { name: 'Do not adopt it' }).check();
    await ilaria.page.getByLabel('Reason').fill('A room without users is no use.');
    await accessible(ilaria.page);
    await ilaria.page.getByRole('button', { name: 'Record the answer' }).click();
    await said(carla, /^The institution did not adopt it on/);
  });

  await test.step('the log of all this comes out as recorded', async () => {
    const { body } = await carla.get('/tables/T-NEI');
    const { file } = await bundleOf(carla, tavolo, 'T-NEI');
    const good = verify(file, (body as { log: { vkey: string } }).log.vkey, '--replay');
    expect(good.code, good.said).toBe(0);
  });
});
