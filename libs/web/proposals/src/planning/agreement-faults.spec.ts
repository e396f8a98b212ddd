import { explainAgreement } from '@tavolo/governance';
import { instant, type OrganisationId } from '@tavolo/kernel';
import fc from 'fast-check';
import { agreed } from '../testing/proposal-builder.js';
import { agreementBody, emptyDraft, type AgreementDraft } from './agreement-draft.js';
import { agreementFaults } from './agreement-faults.js';

const today = '2096-09-04';
const procedure = agreed();

const text = fc.constantFrom('', ' ', 'Words');
const date = fc.constantFrom('', '2096-09-03', today, '2096-09-05', '2096-02-31');
const organisation = fc.constantFrom(null, 'o1');
const drafts: fc.Arbitrary<AgreementDraft> = fc.record({
  kind: fc.constant('convention' as const),
  responsibilities: fc
    .tuple(organisation, organisation)
    .map((answers) =>
      emptyDraft(['c1', 'c2']).responsibilities.map((row, index) => ({ ...row, answers: answers[index] ?? null })),
    ),
  commitments: fc
    .array(fc.record({ holder: organisation, what: text, dueOn: date, proof: text }), { minLength: 1, maxLength: 3 })
    .map((rows) => rows.map((row, key) => ({ ...row, key }))),
  measures: fc
    .array(fc.record({ what: text, baseline: text, target: text }), { minLength: 1, maxLength: 3 })
    .map((rows) => rows.map((row, key) => ({ ...row, key }))),
  reviewOn: date,
});

describe('what an agreement still lacks', () => {
  it('is nothing exactly when the rules accept it', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const sent = agreementBody(draft) as unknown as Parameters<typeof explainAgreement>[1];
        const accepted = explainAgreement(procedure, sent, instant(`${today}T08:00:00.000Z`)).held;
        expect(agreementFaults(draft, today).length === 0).toBe(accepted);
      }),
    );
  });

  it('is named for each field, in the order of the form', () => {
    const draft = emptyDraft(['c1', 'c2']);
    const answered = draft.responsibilities.map((row) => ({
      ...row,
      answers: row.clause === 'c1' ? ('o1' as OrganisationId) : null,
    }));
    const faults = agreementFaults({ ...draft, responsibilities: answered }, today);
    expect(faults.map(({ field }) => field)).toEqual([
      'answers-c2',
      'holder-1',
      'what-1',
      'dueOn-1',
      'proof-1',
      'measured-1',
      'baseline-1',
      'target-1',
      'reviewOn',
    ]);
    expect(faults[0]).toMatchObject({ part: 'clause', number: 2 });
  });

  it('tells a day that is over from a missing one', () => {
    const draft = emptyDraft([]);
    const due = (dueOn: string) =>
      agreementFaults({ ...draft, commitments: [{ ...draft.commitments[0]!, dueOn }] }, today).find(
        ({ field }) => field === 'dueOn-1',
      )?.fault;
    expect(due('2096-09-03')).toBe('dueOn.past');
    expect(due('2096-02-31')).toBe('dueOn');
    expect(due(today)).toBeUndefined();
  });
});
