import { isLocalDate, localDateOf, type Instant } from '@tavolo/kernel';
import { branch, factLeaf, numbersLeaf } from '../explain.js';
import { type Explanation } from '../explanation.js';
import { accepted, refused, type ActOf, type Rule } from '../mode-procedure.js';
import { agreementKinds, type Agreement, type PlanningProcedure } from '../planning-procedure.js';
import { refusal } from '../refuse.js';
import { enter } from './stages.js';

type Draft = Omit<Agreement, 'at'>;
const rule = '2.3 Planning, adopted → formalised';
const written = (...texts: readonly string[]): boolean => texts.every((text) => text.trim() !== '');

/**
 * The adopted text becomes an agreement: kind, for each clause an organisation that answers, commitments with holder, date and proof,
 * measures with baseline and target, and a review date to come (domain.md 2.3; section 1, rows 5, 6, 12, 16). A clause has one row, and no
 * commitment was due before the day on which it is made.
 */
export const formalise: Rule<PlanningProcedure, 'agreement.formalised'> = {
  apply: (procedure, act, now) => {
    const agreement = draftOf(act);
    const clauses = clausesOf(procedure);
    const unknown = agreement.responsibilities.find(({ clause }) => !clauses.includes(clause));
    if (unknown) return refused(refusal('unknown_clause', rule, { clause: unknown.clause }));
    const twice = twiceNamed(agreement);
    if (twice.length > 0) return refused(refusal('agreement_incomplete', rule, { twice }));
    const explanation = explainAgreement(procedure, agreement, now);
    const missing = clauses.filter((clause) => !answerable(agreement, clause));
    if (missing.length > 0) {
      return refused(refusal('responsibility_missing', rule, { clauses: missing }, explanation));
    }
    if (!explanation.held) return refused(refusal('agreement_incomplete', rule, {}, explanation));
    return accepted({ ...enter(procedure, 'formalised', now), agreement: { ...agreement, at: now } });
  },
};

const draftOf = ({
  kind,
  responsibilities,
  commitments,
  measures,
  reviewOn,
}: ActOf<'agreement.formalised'>): Draft => ({ kind, responsibilities, commitments, measures, reviewOn });

const clausesOf = ({ versions, adoption }: PlanningProcedure): readonly string[] =>
  versions.find(({ version }) => version === adoption?.version)?.clauses ?? [];

const answerable = ({ responsibilities }: Draft, clause: string): boolean =>
  responsibilities.some(({ clause: of, answers }) => of === clause && answers !== null && written(answers));

/** Clauses with more than one row: it would be open which of them answers. */
const twiceNamed = ({ responsibilities }: Draft): readonly string[] => {
  const clauses = responsibilities.map(({ clause }) => clause);
  return [...new Set(clauses.filter((clause, n) => clauses.indexOf(clause) !== n))];
};

/** What an agreement needs, and what of it is there: `held` when it can be formalised at `now`. */
export function explainAgreement(procedure: PlanningProcedure, agreement: Draft, now: Instant): Explanation {
  const { commitments, measures, kind, reviewOn } = agreement;
  const clauses = clausesOf(procedure).map((clause) =>
    factLeaf('agreement.clauseAnswerable', answerable(agreement, clause), { values: { clause } }),
  );
  const today = localDateOf(now, procedure.rulebook.zone);
  const complete = commitments.filter(
    ({ holder, what, dueOn, proof }) => isLocalDate(dueOn) && dueOn >= today && written(holder, what, proof),
  );
  const measured = measures.filter(({ what, baseline, target }) => written(what, baseline, target));
  return branch('agreement', 'all', [
    factLeaf('agreement.kind', agreementKinds.includes(kind), { values: { kind } }),
    branch('agreement.responsibilities', 'all', clauses, { values: { clauses: clauses.length } }),
    numbersLeaf('agreement.commitments', complete.length, 'atLeast', Math.max(1, commitments.length)),
    numbersLeaf('agreement.measures', measured.length, 'atLeast', Math.max(1, measures.length)),
    factLeaf('agreement.review', isLocalDate(reviewOn) && reviewOn > today, { values: { reviewOn, after: today } }),
  ]);
}
