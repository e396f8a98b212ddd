import { instant } from '@tavolo/kernel';
import { Jobs } from '@tavolo/server-platform';
import { AtTable, planningTable } from '../testing/planning-table.js';
import { TestApplication } from '../testing/test-application.js';
import { reminderMail } from './reminder-mail.js';
import { reminderJob } from './reminders.service.js';

interface Mail {
  readonly recipient: string;
  readonly subject: string;
  readonly body_text: string;
  readonly language: string;
}

describe('a reminder before a deadline', () => {
  let application: TestApplication;
  let at: AtTable;
  let ballot: string;
  let key: string;

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-24T08:00:00.000Z');
    const design = planningTable('T-REM');
    const people = design.people.map((sitter) => ({
      ...sitter,
      ...(sitter.sector && { email: `${sitter.name.toLowerCase()}@example.org` }),
      ...(sitter.name === 'Carla' && { language: 'it' as const }),
    }));
    at = new AtTable(application, await application.table({ ...design, people }));
    ({ key, ballot } = await at.voting('A clause.', { closesAt: '2026-11-30T09:00:00.000Z' }));
    await at.cast(key, ballot, { Paola: 'yes' });
  });

  afterAll(() => application.close());

  const remind = (): Promise<void> => application.app.get(Jobs).run(reminderJob);
  const mails = (): Promise<Mail[]> =>
    application.dataSource.query<Mail[]>('select * from platform_mail order by recipient');
  const recipients = async (): Promise<string[]> => (await mails()).map(({ recipient }) => recipient);

  it('is not sent long before', async () => {
    await application.setClock('2026-11-28T08:59:00.000Z');
    await remind();
    expect(await mails()).toEqual([]);
  });

  it('goes to each person of whom something is still asked, two days before, in her language', async () => {
    await application.setClock('2026-11-28T09:01:00.000Z');
    await remind();
    expect(await recipients()).toEqual([
      'carla@example.org',
      'ciro@example.org',
      'piero@example.org',
      'teresa@example.org',
      'tommaso@example.org',
    ]);
    const [carla, ciro] = await mails();
    expect(carla).toMatchObject({ language: 'it' });
    expect(carla?.subject).toContain('Promemoria: «A network for foster families»');
    expect(ciro?.body_text).toContain('Your vote is awaited.');
    expect(ciro?.body_text).toContain(`/proposals/${key}`);
  });

  it('is sent once, however often and wherever the job is done', async () => {
    const before = await mails();
    await Promise.all([remind(), remind()]);
    await remind();
    expect(await mails()).toEqual(before);
  });

  it('is not sent again by a process that starts later', async () => {
    const before = await mails();
    const later = await application.another();
    await later.get(Jobs).run(reminderJob);
    expect(await mails()).toEqual(before);
    await later.close();
  });

  it('is not sent to whoever has switched reminders off, which her log tells', async () => {
    const next = await at.voting('Another clause.', { closesAt: '2026-12-10T09:00:00.000Z' });
    await application.request(at.person('Ciro'), 'PATCH', '/account', { reminders: false });
    await application.dataSource.query('delete from platform_mail');
    await application.setClock('2026-12-08T10:00:00.000Z');
    await remind();
    const about = (await mails()).filter(({ body_text: text }) => text.includes(`/proposals/${next.key}`));
    expect(about.map(({ recipient }) => recipient)).toEqual([
      'carla@example.org',
      'paola@example.org',
      'piero@example.org',
      'teresa@example.org',
      'tommaso@example.org',
    ]);
  });

  it('is not sent for what is over, however far the clock has leapt', async () => {
    const over = await at.voting('A third clause.', { closesAt: '2026-12-20T09:00:00.000Z' });
    await application.dataSource.query('delete from platform_mail');
    await application.setClock('2026-12-20T10:00:00.000Z');
    await remind();
    expect((await mails()).filter(({ body_text: text }) => text.includes(`/proposals/${over.key}`))).toEqual([]);
  });
});

describe('a reminder from a private room', () => {
  const common = {
    name: 'Ada',
    dueAt: instant('2026-11-26T11:00:00.000Z'),
    link: 'https://x/',
    account: 'https://x/account',
  };

  it('tells nothing of the room', () => {
    for (const language of ['en', 'it'] as const) {
      const { subject, text } = reminderMail(language, { ...common, matter: null });
      expect(subject).toMatch(language === 'en' ? /^Reminder: until/ : /^Promemoria: entro/);
      expect(text).toContain(language === 'en' ? 'private rooms' : 'stanze riservate');
    }
  });

  it('treats the title of a proposal at a table as hostile text', () => {
    const title = { en: '<img src=x onerror="alert(1)">' };
    const matter = { title, table: { en: 'T' }, asked: { key: 'cast_vote', params: {} } } as const;
    expect(reminderMail('en', { ...common, matter }).html).not.toContain('<img');
  });
});
