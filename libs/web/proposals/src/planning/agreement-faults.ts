import { isLocalDate } from '@tavolo/kernel';
import {
  begunCommitments,
  begunMeasures,
  type AgreementDraft,
  type CommitmentRow,
  type MeasureRow,
} from './agreement-draft.js';

/** What a field of the agreement lacks. */
export type AgreementFault =
  'answers' | 'holder' | 'what' | 'dueOn' | 'dueOn.past' | 'proof' | 'measured' | 'baseline' | 'target' | 'reviewOn';

/** The part of the form that has the fault: a clause, or the n-th commitment or measure, from 1. */
export interface FaultyField {
  /** Field and row, to find it again: `answers-c1`, `dueOn-2`, `reviewOn`. */
  readonly field: string;
  readonly fault: AgreementFault;
  readonly part: 'clause' | 'commitment' | 'measure' | 'review';
  readonly number: number;
}

/**
 * What is missing or wrong in a draft, in the order of the form; empty exactly when the rules accept it (governance `explainAgreement`):
 * somebody answers for every clause, at least one whole commitment and one whole measure, none half filled, no commitment due before
 * `today`, and a review after it. `today` is the local date at the table.
 */
export function agreementFaults(draft: AgreementDraft, today: string): readonly FaultyField[] {
  return [
    ...draft.responsibilities.flatMap(({ clause, answers }, index) =>
      answers === null ? [faulty(`answers-${clause}`, 'answers', 'clause', index)] : [],
    ),
    ...checked(draft.commitments, begunCommitments(draft.commitments)).flatMap((row) =>
      inCommitment(row, draft.commitments.indexOf(row), today),
    ),
    ...checked(draft.measures, begunMeasures(draft.measures)).flatMap((row) =>
      inMeasure(row, draft.measures.indexOf(row)),
    ),
    ...(isLocalDate(draft.reviewOn) && draft.reviewOn > today ? [] : [faulty('reviewOn', 'reviewOn', 'review', 0)]),
  ];
}

/** At least one is needed: where none was begun, the first empty row is what is missing. */
const checked = <R>(all: readonly R[], begun: readonly R[]): readonly R[] =>
  begun.length > 0 ? begun : all.slice(0, 1);

const faulty = (field: string, fault: AgreementFault, part: FaultyField['part'], index: number): FaultyField => ({
  field,
  fault,
  part,
  number: index + 1,
});

const blank = (text: string | null): boolean => (text ?? '').trim() === '';

function inCommitment(
  { key, holder, what, dueOn, proof }: CommitmentRow,
  index: number,
  today: string,
): readonly FaultyField[] {
  const at = (field: string, fault: AgreementFault): FaultyField =>
    faulty(`${field}-${key}`, fault, 'commitment', index);
  return [
    ...(blank(holder) ? [at('holder', 'holder')] : []),
    ...(blank(what) ? [at('what', 'what')] : []),
    ...(isLocalDate(dueOn) ? (dueOn < today ? [at('dueOn', 'dueOn.past')] : []) : [at('dueOn', 'dueOn')]),
    ...(blank(proof) ? [at('proof', 'proof')] : []),
  ];
}

function inMeasure({ key, what, baseline, target }: MeasureRow, index: number): readonly FaultyField[] {
  const at = (field: string, fault: AgreementFault): FaultyField => faulty(`${field}-${key}`, fault, 'measure', index);
  return [
    ...(blank(what) ? [at('measured', 'measured')] : []),
    ...(blank(baseline) ? [at('baseline', 'baseline')] : []),
    ...(blank(target) ? [at('target', 'target')] : []),
  ];
}
