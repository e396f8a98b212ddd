import { visibleLength } from '@tavolo/kernel';
import { institutionalDecisions, type ConsultationProcedure } from '../consultation-procedure.js';
import { type Explanation } from '../explanation.js';
import { accepted, refused, type Rule } from '../mode-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { deviationOf } from './deviation.js';
import { explainReplies, unanswered } from './replying.js';
import { enter } from './stages.js';

const rule = '2.3 Consultation, responding → decided';

/**
 * The institution decides: only when every assessment is linked to a reply, and, where it deviates, with a statement of the length that
 * the rulebook asks for (characters that a reader sees). Changed texts are adopted as the frozen version that is named.
 */
export const recordDecision: Rule<ConsultationProcedure, 'decision.recorded'> = {
  guard: (procedure) => {
    const missing = unanswered(procedure);
    if (missing.length === 0) return null;
    return refusal('replies_missing', rule, { assessments: missing }, explainReplies(procedure));
  },
  apply: (procedure, { by, outcome, statement, version }, now) => {
    if (!institutionalDecisions.includes(outcome)) return refused(refusal('unknown_option', rule, { outcome }));
    const deviation = deviationOf(procedure, outcome);
    const why =
      versionRefusal(procedure, outcome === 'adopted_with_changes', version) ??
      (deviation.held ? statementRefusal(procedure, statement, deviation) : null);
    if (why) return refused(why);
    const decision = { outcome, by: by.member, at: now, deviation, statement, version };
    return accepted({ ...enter(procedure, 'decided', now), decision });
  },
};

function versionRefusal({ versions }: ConsultationProcedure, changed: boolean, version: number | null): Refusal | null {
  if (version === null) return changed ? refusal('text_required', '2.1 Frozen text') : null;
  const known = versions.some((text) => text.version === version);
  return known ? null : refusal('text_required', '2.1 Frozen text', { version });
}

function statementRefusal(
  { rulebook }: ConsultationProcedure,
  statement: string | null,
  deviation: Explanation,
): Refusal | null {
  const min = rulebook.deviationStatementMinChars;
  const given = visibleLength(statement ?? '');
  if (given >= min) return null;
  const code = given === 0 ? 'statement_required' : 'reason_too_short';
  return refusal(code, 'deviationStatementMinChars', { min, given }, deviation);
}

/** What became of the decision is told to the table. */
export const followUp: Rule<ConsultationProcedure, 'consultation.followed_up'> = {
  apply: (procedure, { text }, now) => {
    const why = reasonMissing(text, rule);
    return why ? refused(why) : accepted({ ...enter(procedure, 'followed_up', now), followUp: { text, at: now } });
  },
};
