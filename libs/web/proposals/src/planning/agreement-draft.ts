import { type ProposalActBody } from '@tavolo/contracts';
import { type AgreementKind } from '@tavolo/governance';

/** One row of the form's lists, kept apart by a key of its own so that removing one leaves the others' words in place. */
interface Row {
  readonly key: number;
}
export interface CommitmentRow extends Row {
  readonly holder: string | null;
  readonly what: string;
  readonly dueOn: string;
  readonly proof: string;
}
export interface MeasureRow extends Row {
  readonly what: string;
  readonly baseline: string;
  readonly target: string;
}
export interface ResponsibilityRow {
  readonly clause: string;
  readonly does: readonly string[];
  readonly answers: string | null;
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
}

/** An agreement as it is being filled in. */
export interface AgreementDraft {
  readonly kind: AgreementKind;
  readonly responsibilities: readonly ResponsibilityRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly measures: readonly MeasureRow[];
  readonly reviewOn: string;
}

const firstKey = 1;
export const nextKey = (rows: readonly Row[]): number => Math.max(firstKey - 1, ...rows.map(({ key }) => key)) + 1;
export const emptyCommitment = (key: number): CommitmentRow => ({ key, holder: null, what: '', dueOn: '', proof: '' });
export const emptyMeasure = (key: number): MeasureRow => ({ key, what: '', baseline: '', target: '' });

/** A draft with a row for every clause of the adopted version. */
export const emptyDraft = (clauses: readonly string[]): AgreementDraft => ({
  kind: 'convention',
  responsibilities: clauses.map((clause) => ({ clause, does: [], answers: null, consulted: [], informed: [] })),
  commitments: [emptyCommitment(firstKey)],
  measures: [emptyMeasure(firstKey)],
  reviewOn: '',
});

const blank = (text: string | null): boolean => (text ?? '').trim() === '';

/** Rows in which something was written or chosen. */
export const begunCommitments = (rows: readonly CommitmentRow[]): readonly CommitmentRow[] =>
  rows.filter(({ holder, what, dueOn, proof }) => ![holder, what, dueOn, proof].every(blank));
export const begunMeasures = (rows: readonly MeasureRow[]): readonly MeasureRow[] =>
  rows.filter(({ what, baseline, target }) => ![what, baseline, target].every(blank));

/** What is sent: rows that were left wholly empty are left out; half-filled ones are sent, so that nothing typed is dropped in silence. */
export function agreementBody(draft: AgreementDraft): ProposalActBody<'agreement.formalised'> {
  return {
    kind: draft.kind,
    responsibilities: draft.responsibilities.map(({ clause, does, answers, consulted, informed }) => ({
      clause,
      answers,
      does: [...does],
      consulted: [...consulted],
      informed: [...informed],
    })),
    commitments: begunCommitments(draft.commitments).map(({ holder, what, dueOn, proof }) => ({
      holder: holder ?? '',
      what,
      dueOn,
      proof,
    })),
    measures: begunMeasures(draft.measures).map(({ what, baseline, target }) => ({ what, baseline, target })),
    reviewOn: draft.reviewOn,
  };
}
