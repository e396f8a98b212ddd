import { type Explanation } from './explanation.js';
import { type RulePlace } from './rule-places.js';

/** Why an act is refused: a machine code, the rule that refuses, and what would be needed. Printed in the reader's language from `code` and `params`. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The rule's place: `domain.md`-section words such as `2.1 Ballots`, or a place in the rulebook such as `decision.threshold`. */
  readonly rule: RulePlace;
  readonly params: Readonly<Record<string, number | string | readonly string[]>>;
  readonly explanation?: Explanation;
}

export const refusalCodes = [
  'wrong_stage', // params: stage, act
  'not_your_role', // params: needed (roles or 'seat', 'votingSeat', 'sponsor', 'decidingAuthority', 'party')
  'no_vote', // a voice seat tries to vote
  'not_entitled', // seat not in the frozen electorate
  'recused',
  'already_done',
  'vote_given', // params: seat, ballot; whoever has voted cannot leave the open ballot
  'reason_required', // params: min
  'reason_too_short', // params: min, given
  'change_required', // an objection needs the change that would meet it
  'text_changed', // confirmations or ballots refer to another text
  'text_required',
  'no_quorum', // explanation tells what is missing
  'ballot_closed',
  'two_person_rule', // params: ballot, closesAt, missing ('request' or 'other_person'), needed (roles)
  'no_closing_time', // params: ballot; early closing is asked for where a time was announced
  'closing_time_out_of_range', // params: from, until
  'ballot_suspended',
  'deadline_passed', // params: deadline
  'too_early', // params: from
  'window_too_short', // params: min, given, firstPossible
  'unknown_clause', // params: clause
  'unknown_assessment', // params: assessment
  'replies_missing', // params: assessments (ids)
  'statement_required', // params: min, explanation says why it is a deviation
  'hold_used_up',
  'second_person_required',
  'responsibility_missing', // params: clauses
  'agreement_incomplete', // explanation names what is missing
  'mode_not_offered', // params: mode
  'not_represented', // params: subject; the actor's seat does not speak for it
  'not_a_signatory', // params: subject
  'not_invited', // params: subject
  'consent_missing', // params: subjects that have not agreed to this text
  'reservations_not_allowed',
  'unknown_breach', // params: breach
  'mandate_not_valid', // params: state ('none', 'proposed', 'expired', 'ended', 'replaced', 'other_person'), until
  'unknown_option',
  'mandate_missing', // the table has no mandate under which to decide
  'mandate_not_active', // params: mandate, state
  'mandate_over', // params: mandate, state; it has ended, and its drafts are frozen
  'over_budget', // params: mandate, amount, left (cents)
  'ground_not_admitted', // params: ground, grounds
  'terms_invalid', // params: term, and what bounds it
  'other_mode', // params: mode, present; rules are changed within their mode
  'nothing_changed', // the draft says what is in force
  'rules_changed', // params: base, present; another version has come into force since
  'party_without_vote', // params: sector; a party of the drafted rules would have no vote
  'vote_lost', // explanation tells what was missing
  'institution_missing', // neither of the two persons sits for the institution
  'hearing_missing', // explanation tells what revoking needs
  'same_mode', // params: mode; the table has that mode already
  'change_under_way', // params: modeChange; another change of the mode of this table
  'cannot_be_imposed', // params: mode; the institution alone goes back to consultation for a while, and nowhere else
  'days_out_of_range', // params: min, max, given
] as const;
export type RefusalCode = (typeof refusalCodes)[number];
