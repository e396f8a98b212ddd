import { erasureBases } from '@tavolo/contracts';
import { directoryOf } from '@tavolo/web-ui';
import { detailsOf } from './details.js';

const seat = (number: number, sector: 'public' | 'citizens', organisation: object | null, name: string) => ({
  id: `s${number}`,
  number,
  sector,
  level: 'local' as const,
  right: 'vote' as const,
  assesses: true,
  decidingAuthority: false,
  organisation: organisation as null,
  holder: { member: `m_${number}`, name, title: null },
  deputy: null,
});
const seats = [
  seat(1, 'public', { id: 'o1', key: 'org-com', name: { en: 'Municipality', it: 'Comune' } }, 'Elena Marzagora'),
  seat(2, 'citizens', null, 'Amina Teldari'),
];
const naming = (language: 'en' | 'it') => ({
  language,
  zone: 'Europe/Rome',
  directory: directoryOf({ seats }, language),
  title: (proposal: string) => (proposal === 'P-101' ? 'P-101 Families Alongside' : null),
});
const told = (data: Parameters<typeof detailsOf>[0], language: 'en' | 'it' = 'en') =>
  detailsOf(data, naming(language)).map((detail) => `${detail.name}: ${'text' in detail ? detail.text : detail.hash}`);

describe('the details of an entry', () => {
  it('name people, seats, organisations and proposals as the table does', () => {
    const data = { proposal: 'P-101', sponsors: ['m_2', 'm_1'], seat: 's1', organisation: 'o1' };
    expect(told(data)).toEqual([
      'Proposal: P-101 Families Alongside',
      'Seat: Public bodies, seat 1',
      'Sponsors: Amina Teldari and Elena Marzagora',
      'Organisation: Municipality',
    ]);
  });

  it('name those who sign a charter for themselves: organisations, and seats without one', () => {
    expect(told({ subject: 'o1', reserved: ['c2'] })).toEqual([
      'Who it concerns: Municipality',
      'Clauses with a reservation: 2',
    ]);
    expect(told({ holder: 's2', dueOn: '2027-01-31' })).toEqual([
      'Who has to do it: Citizens, seat 2',
      'By: 31 January 2027',
    ]);
  });

  it('list the seats of a roll by their labels', () => {
    const members = [
      { m: 's1', r: 'public' },
      { m: 's2', r: 'citizens' },
    ];
    expect(told({ members }, 'it')).toEqual(['Aventi diritto di voto: Enti pubblici, seggio 1 e Cittadini, seggio 2']);
  });

  it('say moments as local dates, rulebooks by key and version, and amounts as money', () => {
    const data = {
      rulebook: { key: 'RB-1', version: 2 },
      closesAt: '2026-12-04T22:59:59.999Z',
      reviewOn: '2027-11-16',
      amount: '62000.50',
    };
    expect(told(data)).toEqual([
      'Rulebook: RB-1, version 2',
      'Closes: Friday 4 December 2026, 23:59',
      'Review: 16 November 2027',
      'Amount: €62,000.50',
    ]);
  });

  it('say why something followed, in the words of the rules', () => {
    expect(told({ reason: 'sector_not_concurring:citizens', n: 1, of: 1 })).toEqual([
      'Sent back: 1 of 1 possible times',
      'Why: this sector did not concur: Citizens',
    ]);
    expect(told({ reason: 'negotiation_time_over' }, 'it')).toEqual(['Perché: il tempo per negoziare era scaduto']);
  });

  it('say on what ground a name was erased, for every ground that there is', () => {
    for (const language of ['en', 'it'] as const) {
      expect(erasureBases.filter((basis) => told({ basis }, language).length === 0)).toEqual([]);
    }
    expect(told({ count: 3, basis: 'own_request' })).toEqual([
      'Ground: the person asked for it',
      'Names and texts erased: 3',
    ]);
  });

  it('say what a restored backup has lost', () => {
    const data = { log: 'host/log/t', lost: { size: 41, root: 'AA' }, kept: { size: 39, root: 'BB' } };
    expect(told(data)).toEqual(['Entries before the restore: 41', 'Entries in the restored backup: 39']);
  });

  it('count votes by sector in the order of the interface', () => {
    const counts = { citizens: { yes: 3, no: 0, abstain: 0 }, public: { yes: 3, no: 1, abstain: 1 } };
    expect(told({ counts })).toEqual([
      'Votes counted: Public bodies: 3 yes, 1 no, abstentions: 1; Citizens: 3 yes, 0 no, abstentions: 0',
    ]);
  });

  it.each([
    { seat: '01a20d81-7086-7009-8668-abacb9c52308' },
    { members: ['01a20d81-7086-7009-8668-abacb9c52308'] },
    { organisation: '01a20d81-7086-7009-8668-abacb9c52308' },
    { subject: '01a20d81-7086-7009-8668-abacb9c52308' },
    { origin: 'localhost/log/t-fam' },
    { reason: 'because_i_say_so' },
    { amount: '1e9' },
    { closesAt: '2026-99-99T00:00:00Z' },
    { nobodyKnows: 'this' },
  ])('leave to the technical details what this version cannot say: %j', (data) => {
    expect(told(data)).toEqual([]);
  });
});
