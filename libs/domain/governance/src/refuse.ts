import { DomainError, visibleLength, type Instant } from '@tavolo/kernel';
import { type ProcedureActName } from './acts.js';
import { type Explanation } from './explanation.js';
import { type Refusal, type RefusalCode } from './refusal.js';
import { type RulePlace } from './rule-places.js';

/** A refusal with the rule that refuses and what would be needed. */
export const refusal = (
  code: RefusalCode,
  rule: RulePlace,
  params: Refusal['params'] = {},
  explanation?: Explanation,
): Refusal => ({ code, rule, params, ...(explanation ? { explanation } : {}) });

/** Thrown where a refusal cannot be returned: by `startProcedure`, and by `orThrow`. */
export class RefusalError extends DomainError {
  constructor(readonly refusal: Refusal) {
    super(refusal.code, refusal.params);
  }
}

/** Refuses blank texts where a written reason is required (domain.md 2.1, Written reasons). */
export const reasonMissing = (reason: string | null, rule: RulePlace): Refusal | null =>
  reason === null || visibleLength(reason) === 0 ? refusal('reason_required', rule, { min: 1 }) : null;

/** The act is not foreseen at this stage. */
export const wrongStage = (
  stage: string,
  act: ProcedureActName,
  rule: RulePlace = '2.3 States and transitions',
): Refusal => refusal('wrong_stage', rule, { stage, act });

/** The time limit has passed. */
export const deadlinePassed = (deadline: Instant, rule: RulePlace): Refusal =>
  refusal('deadline_passed', rule, { deadline });
