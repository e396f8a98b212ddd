import { instant } from '@tavolo/kernel';
import { expectationText } from '@tavolo/words';
import { directoryOf } from './people.js';

const busSeat = {
  id: 's1',
  number: 1,
  sector: 'market',
  level: 'local',
  right: 'vote',
  assesses: true,
  decidingAuthority: false,
  organisation: { id: 'o1', key: 'org-bus', name: { en: 'Bus company', it: 'Autolinee' } },
  holder: null,
  deputy: null,
} as const;
const en = { language: 'en' } as const;
const it_ = { language: 'it' } as const;

describe('what is expected, in words', () => {
  it('says whom the reader waits for, by sectors and roles', () => {
    const waiting = { key: 'await_confirmations', params: { missing: 2, whom: ['facilitator', 'citizens'] } } as const;
    expect(expectationText(waiting, en)).toBe(
      'Your side has confirmed the text. Waiting for the confirmation of: Facilitator and Citizens.',
    );
    expect(expectationText(waiting, it_)).toBe(
      'La tua parte ha confermato il testo. Si attende la conferma di: Facilitatore e Cittadini.',
    );
  });

  it('counts the votes that are missing', () => {
    const params = { ballot: 'B-1', of: 12, whom: ['citizens'] };
    expect(expectationText({ key: 'await_votes', params: { ...params, count: 1 } }, en)).toBe(
      'Ballot B-1: waiting for the vote of 1 of 12 seats. It belongs to: Citizens.',
    );
    expect(expectationText({ key: 'await_votes', params: { ...params, count: 2 } }, it_)).toBe(
      'Votazione B-1: si attendono i voti di 2 seggi su 12. Sono di: Cittadini.',
    );
  });

  it('names silent sectors of a consultation, and leaves the words out when every sector has spoken', () => {
    const params = { given: 4, entitled: 10, count: 6, of: 10 };
    expect(expectationText({ key: 'await_assessments', params: { ...params, whom: ['market'] } }, en)).toBe(
      '4 of 10 seats have given their assessments. Waiting for 6. Nobody has spoken yet for: Market.',
    );
    expect(expectationText({ key: 'await_assessments', params: { ...params, whom: [] } }, en)).toBe(
      '4 of 10 seats have given their assessments. Waiting for 6.',
    );
  });

  it('names those who have not agreed to the text of a charter, and leaves the words out when all have', () => {
    const directory = directoryOf({ seats: [busSeat] }, 'en');
    const say = (whom: readonly string[]) =>
      expectationText({ key: 'await_draft', params: { whom } }, { ...en, directory });
    expect(say(['o1'])).toBe('The drafting group is writing the charter. Still to agree to the text: Bus company.');
    expect(say([])).toBe('The drafting group is writing the charter.');
  });

  it('says from when a second call is possible', () => {
    const params = { from: instant('2026-12-04T23:00:00.000Z') };
    expect(expectationText({ key: 'await_second_call', params }, en)).toContain('5 December 2026');
  });
});
