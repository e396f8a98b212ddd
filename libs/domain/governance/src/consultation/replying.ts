import { numbersLeaf } from '../explain.js';
import { type Explanation } from '../explanation.js';
import {
  replyOutcomes,
  type Assessment,
  type ConsultationProcedure,
  type Reply,
  type ReplyOutcome,
} from '../consultation-procedure.js';
import { accepted, refused, type Rule } from '../mode-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { enter } from './stages.js';

const rule = '2.3 Consultation, responding → decided';

/** The assessments that no reply answers yet, by key, in the order in which they were given. */
export const unanswered = ({ assessments, replies }: ConsultationProcedure): readonly string[] =>
  assessments.map(({ key }) => key).filter((key) => !replies.some((reply) => reply.assessments.includes(key)));

/** Whether every assessment is linked to a reply, in numbers. */
export function explainReplies(procedure: ConsultationProcedure): Explanation {
  const missing = unanswered(procedure);
  const total = procedure.assessments.length;
  const values = { assessments: total, missing };
  return numbersLeaf('replies.complete', total - missing.length, 'atLeast', total, { values });
}

/** The reply to an assessment, or `null`. */
export const replyTo = ({ replies }: Pick<ConsultationProcedure, 'replies'>, { key }: Assessment): Reply | null =>
  replies.find((reply) => reply.assessments.includes(key)) ?? null;

/**
 * A reasoned reply to one or more assessments, like ones sharing it. Until the decision a later reply to the same assessment, or under
 * the same key, takes the place of the earlier one.
 */
export const publishReply: Rule<ConsultationProcedure, 'reply.published'> = {
  apply: (procedure, { key, assessments, outcome, reason }, now) => {
    const why = replyRefused(procedure, assessments, outcome, reason);
    if (why) return refused(why);
    const others = procedure.replies
      .filter((reply) => reply.key !== key)
      .map((reply) => ({ ...reply, assessments: reply.assessments.filter((one) => !assessments.includes(one)) }))
      .filter((reply) => reply.assessments.length > 0);
    const reply: Reply = { key, assessments: [...new Set(assessments)], outcome, reason, at: now };
    const replied = { ...procedure, replies: [...others, reply] };
    return accepted(procedure.stage === 'closed' ? enter(replied, 'responding', now, procedure.replyDue) : replied);
  },
};

function replyRefused(
  procedure: ConsultationProcedure,
  keys: readonly string[],
  outcome: ReplyOutcome,
  reason: string | null,
): Refusal | null {
  if (!replyOutcomes.includes(outcome)) return refusal('unknown_option', rule, { outcome });
  if (keys.length === 0) return refusal('unknown_assessment', rule, { assessment: '' });
  const answered: Assessment[] = [];
  for (const key of keys) {
    const assessment = procedure.assessments.find((one) => one.key === key);
    if (!assessment) return refusal('unknown_assessment', rule, { assessment: key });
    answered.push(assessment);
  }
  const favourable = answered.every(({ position }) => position === 'favourable');
  const free = outcome === 'accepted' || (outcome === 'noted' && favourable);
  return free ? null : reasonMissing(reason, rule);
}
