import { type DemoPerson } from '@tavolo/contracts';
import { fits, groupOf } from './demo-search.js';
import { identityMessages } from './identity-messages.js';
import { whereNext } from './where-next.js';

describe('the page after signing in', () => {
  it('is the page that asked for it', () => {
    expect(whereNext('/proposals/P-101?tab=text')).toBe('/proposals/P-101?tab=text');
  });

  it.each([
    null,
    '',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
  ])('is never another site: %s', (next) => {
    expect(whereNext(next)).toBe('/');
  });
});

describe('the pages at the door', () => {
  const titles = [
    'signIn.title',
    'demo.title',
    'forgot.title',
    'new.title',
    'setUp.title',
    'invitation.title',
    'invitation.failed',
    'account.title',
    'outbox.title',
    'invitations.people',
  ] as const;

  it.each(['en', 'it'] as const)('have titles that tell them apart (%s)', (language) => {
    const { messages } = identityMessages;
    expect(new Set(titles.map((title) => messages[language][title])).size).toBe(titles.length);
  });
});

describe('looking for a person of the demonstration', () => {
  const person: DemoPerson = {
    key: 'm02',
    name: 'Tommaso Cadoresi',
    title: { en: 'Planner', it: 'Programmatore per la città' },
    sector: 'public',
    organisation: { en: 'Planning Office', it: 'Ufficio di Piano' },
    tables: [{ key: 'T-FAM', name: { en: 'Family' }, as: 'holder' }],
  };
  const search = { text: '', table: '', group: '' };

  it('finds words of either language, without accents and in any order', () => {
    expect(fits(person, { ...search, text: 'citta tommaso' })).toBe(true);
    expect(fits(person, { ...search, text: 'planning cadoresi' })).toBe(true);
    expect(fits(person, { ...search, text: 'tommaso mayor' })).toBe(false);
  });

  it('asks for table and sector as well', () => {
    expect(fits(person, { ...search, table: 'T-FAM', group: 'public' })).toBe(true);
    expect(fits(person, { ...search, table: 'T-ELD' })).toBe(false);
    expect(fits(person, { ...search, group: 'citizens' })).toBe(false);
  });

  it('puts who has no place that is shown under a heading of their own, not under the guides', () => {
    const guide: DemoPerson = { ...person, sector: 'neutral' };
    expect(groupOf(guide)).toBe('neutral');
    expect(groupOf({ ...guide, tables: [] })).toBe('none');
    expect(fits({ ...guide, tables: [] }, { ...search, group: 'neutral' })).toBe(false);
  });
});
