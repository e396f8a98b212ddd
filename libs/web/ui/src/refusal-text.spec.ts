import { instant } from '@tavolo/kernel';
import { directoryOf } from './people.js';
import { refusalText } from './refusal-text.js';

describe('a refusal in words', () => {
  it('says what would be right, with local dates', () => {
    const params = { min: 20, given: 12, firstPossible: '2026-12-15' };
    expect(refusalText({ code: 'window_too_short', params }, { language: 'en' })).toBe(
      'The window is too short. Days given: 12; needed: 20 or more. The first possible day is 15 December 2026.',
    );
  });

  it('counts what is missing', () => {
    expect(refusalText({ code: 'replies_missing', params: { assessments: ['AS-7'] } }, { language: 'en' })).toBe(
      'One assessment is still without a reply: AS-7.',
    );
    expect(
      refusalText({ code: 'replies_missing', params: { assessments: ['AS-7', 'AS-9'] } }, { language: 'it' }),
    ).toBe('2 pareri sono ancora senza riscontro: AS-7 e AS-9.');
  });

  it('names roles, stages and clauses', () => {
    expect(
      refusalText({ code: 'not_your_role', params: { needed: ['facilitator', 'party'] } }, { language: 'en' }),
    ).toBe('This is reserved for: Facilitator and a party to the proposal.');
    expect(refusalText({ code: 'wrong_stage', params: { stage: 'voting', act: 'x' } }, { language: 'it' })).toContain(
      '«Decisione»',
    );
    expect(refusalText({ code: 'responsibility_missing', params: { clauses: ['c5'] } }, { language: 'en' })).toContain(
      'clause 5',
    );
  });

  it('names whom a charter does not bind, and speaks plainly of those who speak for nobody', () => {
    const seat = {
      id: 's1',
      number: 1,
      sector: 'citizens',
      level: 'local',
      right: 'vote',
      organisation: null,
    } as const;
    const seats = [{ ...seat, assesses: true, decidingAuthority: false, holder: null, deputy: null }];
    const naming = { language: 'en', directory: directoryOf({ seats }, 'en') } as const;
    expect(refusalText({ code: 'not_a_signatory', params: { subject: 's1' } }, naming)).toBe(
      'Citizens, seat 1 has not signed the charter, and is not bound by it.',
    );
    expect(refusalText({ code: 'not_a_signatory', params: { subject: '' } }, naming)).toBe(
      'This is for signatories of the charter.',
    );
  });

  it('shows moments in the table’s time zone', () => {
    const params = { deadline: instant('2026-12-14T22:59:59.000Z') };
    expect(refusalText({ code: 'deadline_passed', params }, { language: 'en' })).toContain(
      'Monday 14 December 2026, 23:59',
    );
  });
});
