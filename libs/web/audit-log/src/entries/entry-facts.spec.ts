import { explanationIn } from './explanation-in.js';
import { choiceIn, factsOf } from './entry-facts.js';
import { subjectOf } from './subject.js';
import { writtenIn } from './written.js';

const english = { language: 'en', zone: 'Europe/Rome' } as const;

describe('what an entry says', () => {
  it('adds up the votes of the sectors', () => {
    const counts = { citizens: { yes: 3, no: 0, abstain: 0 }, public: { yes: 3, no: 1, abstain: 1 } };
    expect(factsOf({ vote: 'B-2', counts }, english)).toEqual(['6 yes, 1 no, abstentions: 1']);
    expect(factsOf({ counts: { yes: 2, no: 1 } }, english)).toEqual(['2 yes, 1 no, abstentions: 0']);
  });

  it('names the modes between which a table changed, and the moment to which a clock was moved', () => {
    expect(factsOf({ from: 'consultation', to: 'planning' }, english)).toEqual(['from Consultation to Planning']);
    expect(factsOf({ to: '2026-12-05' }, english)).toEqual(['until 5 December 2026']);
  });

  it('says values in the reader’s language and leaves machine values out', () => {
    const data = { option: 'abstain', textHash: 'c4ui', clause: 'c3', version: 2, reviewOn: '2027-11-16' };
    expect(factsOf(data, { language: 'it' })).toEqual(['Clausola 3', 'Versione 2', 'verifica il 16 novembre 2027']);
    expect(choiceIn(data, { language: 'it' })).toBe('Astensione');
  });

  it.each([{ option: '<img src=x>' }, { counts: 'many' }, { version: {} }, { closesAt: 'soon' }, { mode: 'anarchy' }])(
    'says nothing about values that it does not know: %j',
    (data) => {
      expect(factsOf(data, english)).toEqual([]);
      expect(choiceIn(data, english)).toBeNull();
    },
  );
});

describe('what an entry is about', () => {
  it('is the ballot for votes, with its proposal where the entry names it', () => {
    const about = { act: 'vote.cast', subject: 'B-2', stream: 'vote:B-2' } as const;
    expect(subjectOf({ ...about, data: { vote: 'B-2' } })).toEqual({ kind: 'ballot', ballot: 'B-2', proposal: null });
    expect(subjectOf({ ...about, data: { vote: 'B-2', proposal: 'P-1' } })).toMatchObject({ proposal: 'P-1' });
  });

  it('is the proposal for its text too', () => {
    expect(subjectOf({ act: 'doc.revision', subject: 'P-1', stream: 'doc:P-1', data: {} })).toEqual({
      kind: 'proposal',
      proposal: 'P-1',
    });
  });

  it('is not said to be the table itself', () => {
    expect(subjectOf({ act: 'export.made', subject: 'T-FAM', stream: 'table:T-FAM', data: {} })).toBeNull();
  });

  it('is nothing that a reader would know for ids of the system', () => {
    expect(subjectOf({ act: 'account.created', subject: 'p_Xz81', stream: 'account:p_Xz81', data: {} })).toBeNull();
    expect(subjectOf({ act: 'installation.set_up', subject: null, stream: 'installation', data: {} })).toBeNull();
  });
});

describe('texts that people wrote', () => {
  it('are read title first, whatever they contain, and keep their language', () => {
    const disclosed = { reason: { it: 'Perché no' }, title: '<b>Bold</b>', agreement: { commitments: [] }, empty: ' ' };
    expect(writtenIn({ disclosed })).toEqual([
      { name: 'title', texts: [{ text: '<b>Bold</b>', language: null }], withheld: false },
      { name: 'reason', texts: [{ text: 'Perché no', language: 'it' }], withheld: false },
    ]);
  });

  it('are said to be withheld where the reader may not see them', () => {
    expect(writtenIn({ disclosed: { name: null } })).toEqual([{ name: 'name', texts: [], withheld: true }]);
  });
});

describe('the explanation in an entry', () => {
  const quorum = { key: 'quorum.overall', held: true, values: { have: 7 }, children: [] };

  it('is taken when every part of it can be said', () => {
    const explanation = { key: 'quorum', held: true, values: {}, children: [quorum] };
    expect(explanationIn({ explanation })).toEqual(explanation);
  });

  it.each([null, 'yes', { ...quorum, key: 'spell' }, { ...quorum, children: [{ key: 'quorum' }] }])(
    'is left to the data otherwise: %j',
    (explanation) => expect(explanationIn({ explanation })).toBeNull(),
  );
});
