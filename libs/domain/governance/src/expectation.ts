import { type Instant } from '@tavolo/kernel';
import { type ProcedureActName } from './acts.js';

/** What is expected of a member now, most urgent first; the interface says it in one sentence from `key` and `params`. */
export interface Expectation {
  readonly key: ExpectationKey;
  readonly act: ProcedureActName | null;
  readonly until: Instant | null;
  /** `whom`: sectors or roles that are waited for; `count`: how many seats or assessments are missing, of those in `of`. */
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

/**
 * Every key, and whose turn it is: something is `asked` of the reader, she has `done` her part and may change it, or she is `waiting` for
 * others.
 */
export const expectationTurns = {
  // planning: the text
  write_and_submit: 'asked',
  join_draft: 'waiting',
  await_submission: 'waiting',
  open_negotiation: 'asked',
  await_opening: 'waiting', // whom
  negotiate: 'asked',
  guide_negotiation: 'waiting', // whom
  await_negotiation: 'waiting', // whom
  confirm_text: 'asked', // whom, missing
  confirm_again: 'asked', // whom, missing; her own confirmation is of an earlier text
  await_confirmations: 'waiting', // whom, missing
  ratify: 'asked', // sector
  await_ratification: 'waiting', // sector
  // planning: the decision
  open_decision: 'asked',
  close_without_agreement: 'asked', // the last ballot can never be held
  open_ballot: 'asked', // a consent round is offered first
  await_decision: 'waiting', // whom
  await_second_call: 'waiting', // from
  take_stand: 'asked', // round, given, eligible
  stand_given: 'done', // round, given, eligible, stand
  await_stands: 'waiting', // round, count, of, whom
  cast_vote: 'asked', // ballot, cast, eligible
  vote_cast: 'done', // ballot, cast, eligible, choice
  await_quorum: 'waiting', // ballot; it is suspended
  close_ballot: 'asked', // ballot, cast, eligible
  close_early: 'asked', // ballot, cast, eligible; somebody else has asked for it
  await_second_person: 'waiting', // ballot, whom
  await_votes: 'waiting', // ballot, count, of, whom
  await_closing: 'waiting', // ballot; everybody has voted, it closes by itself
  await_close: 'waiting', // ballot, whom; everybody has voted, it is closed by hand
  mediate: 'asked',
  await_mediation: 'waiting',
  reopen: 'asked',
  await_reopening: 'waiting', // whom
  await_reopening_writing: 'waiting', // whom; the text may be changed meanwhile
  // planning: afterwards
  formalise: 'asked',
  await_agreement: 'waiting', // whom
  await_organ: 'waiting',
  confirm_as_organ: 'asked',
  // in the room of a bench or coalition
  propose_mandate: 'asked',
  support_mandate: 'asked', // given, eligible
  await_negotiating_mandate: 'waiting', // given, eligible
  submit_jointly: 'asked',
  await_joint_submission: 'waiting',
  open_review: 'asked', // reviewOn
  await_review: 'waiting', // reviewOn
  close_proposal: 'asked',
  await_review_end: 'waiting', // whom
  // consultation
  open_consultation: 'asked',
  await_consultation: 'waiting',
  give_assessment: 'asked', // given, entitled
  assessment_given: 'done', // given, entitled, position
  await_assessments: 'waiting', // given, entitled, count, of, whom
  reply: 'asked', // count, of
  decide: 'asked',
  await_replies: 'waiting', // count, of
  await_institution: 'waiting',
  follow_up: 'asked',
  await_follow_up: 'waiting',
  // auto-regulation
  invite: 'asked',
  await_invitation: 'waiting',
  join_drafting: 'asked',
  draft_together: 'asked',
  agreed_to_draft: 'done',
  await_draft: 'waiting', // whom: subjects; they have not agreed yet
  freeze_charter: 'asked',
  open_signing: 'asked',
  await_signing: 'waiting',
  sign: 'asked', // signed, of
  signed: 'done', // signed, of
  accept_amendment: 'asked',
  await_signatures: 'waiting', // signed, of
  // auto-administration
  submit_decision: 'asked',
  rework_blocked: 'asked', // reason
  await_rework: 'waiting', // reason
  await_mandate: 'waiting', // reason; the mandate does not decide now
  consider_call_in: 'asked', // until when the institution may call in
  await_standstill: 'waiting',
  answer_call_in: 'asked', // ground
  await_holders: 'waiting', // ground
  rule_on_call_in: 'asked', // ground
  await_ruling: 'waiting', // ground
  answer_return: 'asked', // reason
  await_answer: 'waiting', // reason
  await_report: 'waiting',
  nothing: 'waiting',
} as const satisfies Readonly<Record<string, 'asked' | 'done' | 'waiting'>>;
export type ExpectationKey = keyof typeof expectationTurns;

export const expectationKeys = Object.keys(expectationTurns) as readonly ExpectationKey[] as readonly [
  ExpectationKey,
  ...ExpectationKey[],
];

/** Whether it is the reader's turn: something is asked of her that she has not done yet. */
export const isAsked = ({ key }: Pick<Expectation, 'key'>): boolean => expectationTurns[key] === 'asked';
