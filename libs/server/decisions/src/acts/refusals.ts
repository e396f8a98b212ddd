import { type Refusal, type RefusalCode } from '@tavolo/governance';
import { DomainRefusal } from '@tavolo/server-platform';

/** Not this member: 403. Not any more, or not yet: 409. Everything else: 422. */
const statuses: Partial<Record<RefusalCode, 403 | 409>> = {
  not_your_role: 403,
  no_vote: 403,
  not_entitled: 403,
  recused: 403,
  not_represented: 403,
  mandate_not_valid: 403,
  not_invited: 403,
  wrong_stage: 409,
  already_done: 409,
  vote_given: 409,
  text_changed: 409,
  ballot_closed: 409,
  two_person_rule: 409,
  no_closing_time: 409,
  ballot_suspended: 409,
  deadline_passed: 409,
  too_early: 409,
  hold_used_up: 409,
  mandate_missing: 409,
  mandate_not_active: 409,
  mandate_over: 409,
  over_budget: 409,
  hearing_missing: 409,
  same_mode: 409,
  change_under_way: 409,
};

/** The refusal of the domain as the answer to a request. */
export function refuse(refusal: Refusal): DomainRefusal {
  const status = statuses[refusal.code];
  return new DomainRefusal(refusal, status === undefined ? {} : { status });
}
