import { positions, type Assessment, type ConsultationProcedure } from '../consultation-procedure.js';
import { accepted, refused, type Rule } from '../mode-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type Actor } from '../seat.js';

const rule = '2.2 Who is asked';

function notEntitled({ entitled }: ConsultationProcedure, { seat }: Actor): Refusal | null {
  return entitled.some((one) => one.seat === seat) ? null : refusal('not_entitled', rule, { seat: String(seat) });
}

/** One assessment per seat; until closing a later one replaces it. Contrary and conditional ones need a reason. */
export const submitAssessment: Rule<ConsultationProcedure, 'assessment.submitted'> = {
  guard: notEntitled,
  apply: (procedure, { by, key, position, clause, reason, condition }, now) => {
    const elector = procedure.entitled.find(({ seat }) => seat === by.seat);
    if (!elector) return refused(refusal('not_entitled', rule));
    if (!positions.includes(position)) return refused(refusal('unknown_option', rule, { position }));
    const reasoned = position === 'contrary' || position === 'conditional';
    const why = reasoned ? reasonMissing(reason, rule) : null;
    if (why) return refused(why);
    if (clause !== null && !procedure.versions.at(-1)?.clauses.includes(clause)) {
      return refused(refusal('unknown_clause', rule, { clause }));
    }
    const { seat, sector } = elector;
    if (procedure.assessments.some((one) => one.key === key && one.seat !== seat)) {
      return refused(refusal('already_done', rule, { assessment: key }));
    }
    const interest = procedure.interests.find((one) => one.seat === seat)?.interest ?? null;
    const given: Assessment = { key, seat, sector, position, clause, reason, condition, interest, at: now };
    const before = procedure.assessments.some((one) => one.seat === seat);
    const assessments = before
      ? procedure.assessments.map((one) => (one.seat === seat ? given : one))
      : [...procedure.assessments, given];
    return accepted({ ...procedure, assessments });
  },
};

/** An interest is declared, and shown beside the seat's assessment (domain.md 2.1, Conflict of interest). */
export const declareInterest: Rule<ConsultationProcedure, 'interest.declared'> = {
  guard: notEntitled,
  apply: (procedure, { by, interest }, now) => {
    const { seat } = by;
    if (seat === null) return refused(refusal('not_entitled', rule));
    const why = reasonMissing(interest, '2.1 Conflict of interest');
    if (why) return refused(why);
    const others = procedure.interests.filter((one) => one.seat !== seat);
    return accepted({
      ...procedure,
      interests: [...others, { seat, interest, at: now }],
      assessments: procedure.assessments.map((one) => (one.seat === seat ? { ...one, interest } : one)),
    });
  },
};
