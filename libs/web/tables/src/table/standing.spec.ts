import { type Instant } from '@tavolo/kernel';
import { proposal, seat, table, visitor } from '../testing/table-builder.js';
import { byProgress, mayBegin } from './standing.js';

const at = (text: string): Instant => text as Instant;

describe('what may be begun at a table', () => {
  const seated = { ...visitor, member: 'm1', seat: 's1' };

  it('lets any seat begin a proposal at a planning table', () => {
    expect(mayBegin(table({ me: seated }))).toBe('proposal');
  });

  it('lets any seat begin a charter at a table of auto-regulation', () => {
    expect(mayBegin(table({ mode: 'auto_regulation', me: seated }))).toBe('charter');
  });

  it('lets nobody without a seat begin anything, whatever she guides', () => {
    expect(mayBegin(table({ me: visitor }))).toBeNull();
    expect(mayBegin(table({ me: { ...visitor, member: 'm9', roles: ['facilitator'] } }))).toBeNull();
  });

  it('lets only the deciding institution begin a consultation', () => {
    const seatsView = [seat(1, 'public', { decidingAuthority: true }), seat(2, 'citizens')];
    expect(mayBegin(table({ mode: 'consultation', seatsView, me: seated }))).toBe('consultation');
    expect(mayBegin(table({ mode: 'consultation', seatsView, me: { ...seated, seat: 's2' } }))).toBeNull();
  });

  it('lets a voting seat begin a decision at a table with a mandate, and a seat with voice only none', () => {
    const voice = [seat(1, 'public', { right: 'voice' })];
    expect(mayBegin(table({ mode: 'auto_administration', me: seated }))).toBe('decision');
    expect(mayBegin(table({ mode: 'auto_administration', seatsView: voice, me: seated }))).toBeNull();
  });
});

describe('proposals by progress', () => {
  it('counts a consultation whose window is shut as under way, and a closed proposal as ended', () => {
    const { open, ended } = byProgress([
      proposal('C-1', { kind: 'consultation', mode: 'consultation', stage: 'closed' }),
      proposal('P-1', { stage: 'closed' }),
    ]);
    expect(open.map(({ key }) => key)).toEqual(['C-1']);
    expect(ended.map(({ key }) => key)).toEqual(['P-1']);
  });

  it('counts a charter in force as under way, for it can still be joined, and a lapsed one as ended', () => {
    const { open, ended } = byProgress([
      proposal('R-1', { mode: 'auto_regulation', stage: 'in_force' }),
      proposal('R-2', { mode: 'auto_regulation', stage: 'lapsed' }),
    ]);
    expect([open, ended].map((some) => some.map(({ key }) => key))).toEqual([['R-1'], ['R-2']]);
  });

  it('counts what is adopted as under way until its agreement is drawn up, and every stage of mediation', () => {
    const { open, ended } = byProgress([
      proposal('P-1', { stage: 'adopted' }),
      proposal('P-2', { stage: 'awaiting_organ' }),
      proposal('P-3', { stage: 'mediation' }),
      proposal('P-4', { stage: 'formalised' }),
      proposal('C-1', { kind: 'consultation', mode: 'consultation', stage: 'responding' }),
      proposal('C-2', { kind: 'consultation', mode: 'consultation', stage: 'lapsed' }),
    ]);
    expect(open.map(({ key }) => key).sort()).toEqual(['C-1', 'P-1', 'P-2', 'P-3']);
    expect(ended.map(({ key }) => key).sort()).toEqual(['C-2', 'P-4']);
  });

  it('puts the nearest time limit first, then those without one, the latest change first', () => {
    const { open } = byProgress([
      proposal('P-1', { changedAt: at('2026-11-01T00:00:00.000Z') }),
      proposal('P-2', { deadline: at('2026-12-04T22:59:59.999Z') }),
      proposal('P-3', { changedAt: at('2026-11-09T00:00:00.000Z') }),
      proposal('P-4', { deadline: at('2026-11-30T22:59:59.999Z') }),
    ]);
    expect(open.map(({ key }) => key)).toEqual(['P-4', 'P-2', 'P-3', 'P-1']);
  });
});
