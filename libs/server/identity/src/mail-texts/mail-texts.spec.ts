import { invitationMail } from './invitation.js';
import { passwordResetMail } from './password-reset.js';

const link = 'https://tavolo.example/invitation/abc?x=1&y=2';
const table = { en: 'Family table', it: 'Tavolo famiglia' };

describe('mails', () => {
  it('are written in the language of the reader, with the link in text and HTML', () => {
    const english = invitationMail('en', { name: 'Ada', link, days: 14, table });
    const italian = invitationMail('it', { name: 'Ada', link, days: 14, table });
    expect(english.subject).toBe('You are invited to the table: Family table');
    expect(italian.subject).toBe('Invito al tavolo: Tavolo famiglia');
    expect(english.text).toContain(link);
    expect(italian.html).toContain('<html lang="it">');
    expect(italian.html).toContain('href="https://tavolo.example/invitation/abc?x=1&amp;y=2"');
  });

  it('say the name of the table in the language that there is', () => {
    const { subject } = invitationMail('it', { name: 'Ada', link, days: 14, table: { en: 'Family table' } });
    expect(subject).toBe('Invito al tavolo: Family table');
  });

  it('treat names as hostile text', () => {
    const { html } = passwordResetMail('en', { name: '<img src=x onerror="alert(1)">', link });
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
  });

  it('keep the subject on one line', () => {
    const hostile = { en: 'Table\r\nBcc: everybody@example.org' };
    const { subject } = invitationMail('en', { name: 'Ada', link, days: 14, table: hostile });
    expect(subject).toBe('You are invited to the table: Table Bcc: everybody@example.org');
  });
});
