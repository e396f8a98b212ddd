import { agreementBody, emptyCommitment, emptyDraft, nextKey } from './agreement-draft.js';

describe('an agreement that is being filled in', () => {
  it('has a row for every clause, and says of none of them that somebody answers for it', () => {
    expect(emptyDraft(['c1', 'c2']).responsibilities.map(({ clause, answers }) => [clause, answers])).toEqual([
      ['c1', null],
      ['c2', null],
    ]);
  });

  it('sends whatever was begun, so that nothing typed is dropped in silence, and leaves empty rows out', () => {
    const draft = emptyDraft(['c1']);
    const body = agreementBody({
      ...draft,
      commitments: [
        { key: 1, holder: 'o1', what: '', dueOn: '', proof: '' },
        { key: 2, holder: null, what: ' ', dueOn: '', proof: '' },
        { key: 3, holder: null, what: '', dueOn: '2097-01-01', proof: '' },
      ],
    });
    expect(body.commitments).toEqual([
      { holder: 'o1', what: '', dueOn: '', proof: '' },
      { holder: '', what: '', dueOn: '2097-01-01', proof: '' },
    ]);
    expect(body.measures).toEqual([]);
    expect(body.responsibilities[0]?.answers).toBeNull();
  });

  it('never gives a new row the key of one that is still there', () => {
    const rows = [emptyCommitment(1), emptyCommitment(4)];
    expect(nextKey(rows)).toBe(5);
    expect(nextKey([])).toBe(1);
  });
});
