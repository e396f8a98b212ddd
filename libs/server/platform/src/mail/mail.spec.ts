import { Logger } from '@nestjs/common';
import { type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { SystemClock } from '../clock/clock.js';
import { testDatabase, type TestDatabase } from '../database/test-database.js';
import { httpRequest } from '../testing/http-request.js';
import { platformApp } from '../testing/platform-app.js';
import { MailStore } from './mail-store.js';
import { OutboxMail } from './outbox-mail.js';
import { SmtpMail } from './smtp-mail.js';

const letter = { to: 'anna@example.org', subject: 'Convocazione àè', text: 'Ci vediamo', language: 'it' } as const;

describe('mail', () => {
  let database: TestDatabase;
  let store: MailStore;

  beforeEach(async () => {
    database = await testDatabase([], []);
    store = new MailStore(database.dataSource);
    Logger.overrideLogger(false);
  });

  afterEach(() => database.close());

  it('without an SMTP server is kept where it can be read', async () => {
    await new OutboxMail(store, new SystemClock()).send(letter);
    const platform = await platformApp(database);
    const { body } = await httpRequest('GET', `${platform.url}/api/v1/outbox`);
    await platform.close();
    expect(body).toMatchObject([letter]);
  });

  it('is shown to nobody in production', async () => {
    await new OutboxMail(store, new SystemClock()).send(letter);
    const platform = await platformApp(database, [], { config: { mode: 'production' } });
    const { status } = await httpRequest('GET', `${platform.url}/api/v1/outbox`);
    await platform.close();
    expect(status).toBe(404);
  });

  it('is delivered, and then not kept', async () => {
    const { server, url, received } = await smtp();
    const mail = new SmtpMail(store, { url, from: 'Tavolo <tavolo@example.org>' });
    mail.start();
    await mail.send(letter);
    const text = await received;
    await mail.stop();
    server.close();
    expect(text).toContain('To: anna@example.org');
    expect(text).toContain('Content-Language: it');
    expect(await store.newest(5)).toEqual([]);
  });

  it('is kept for another attempt while the server is down', async () => {
    const mail = new SmtpMail(store, { url: 'smtp://127.0.0.1:1', from: 'tavolo@example.org' });
    await mail.send(letter);
    const stopped = mail.stop.bind(mail);
    mail.start();
    await stopped();
    expect(await store.newest(5)).toMatchObject([{ ...letter, attempts: 1 }]);
    expect(await store.troubles()).toEqual({ retrying: 1, givenUp: 0 });
    expect(await store.takeDue(5, 60)).toEqual([]);
  });
});

async function smtp(): Promise<{ server: SMTPServer; url: string; received: Promise<string> }> {
  let done: (text: string) => void = () => undefined;
  const received = new Promise<string>((resolve) => (done = resolve));
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        callback();
        done(Buffer.concat(chunks).toString());
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return { server, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received };
}
