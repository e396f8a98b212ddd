import { daysBetween, deadline, isLocalDate, localDateOf, plusDays, type Instant } from '@tavolo/kernel';
import { type ConsultationProcedure } from '../consultation-procedure.js';
import { versionRefused, withVersion } from '../frozen-versions.js';
import { accepted, refused, type Rule } from '../mode-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type RulePlace } from '../rule-places.js';
import { assessingSeats } from '../seats-of.js';
import { enter } from './stages.js';

/**
 * The deciding institution opens the window for assessments on one frozen text. Who is entitled is copied in. The window is at least the
 * rulebook's, or, with a written reason for urgency, at least the shorter one (domain.md 2.2, Time).
 */
export const openConsultation: Rule<ConsultationProcedure, 'consultation.opened'> = {
  apply: (procedure, { closesOn, urgentReason, text, table }, now) => {
    const why = windowRefused(procedure, closesOn, urgentReason, now) ?? versionRefused(procedure.versions, text);
    if (why) return refused(why);
    const { zone, holidays } = procedure.rulebook;
    const closesAt = isLocalDate(closesOn) ? deadline({ from: closesOn, days: 0, zone, holidays }) : now;
    return accepted({
      ...enter(procedure, 'open', now, closesAt),
      versions: withVersion(procedure.versions, text),
      entitled: assessingSeats(table),
      window: { opensAt: now, closesAt, urgentReason },
    });
  },
};

function windowRefused(
  { rulebook }: ConsultationProcedure,
  closesOn: string,
  urgentReason: string | null,
  now: Instant,
): Refusal | null {
  const today = localDateOf(now, rulebook.zone);
  const given = isLocalDate(closesOn) ? daysBetween(today, closesOn) : 0;
  const tooShort = (min: number, rule: RulePlace): Refusal =>
    refusal('window_too_short', rule, { min, given, firstPossible: plusDays(today, min) });
  if (given >= rulebook.windowDaysMin) return null;
  if (urgentReason === null) return tooShort(rulebook.windowDaysMin, 'windowDaysMin');
  if (given < rulebook.urgentWindowDaysMin) return tooShort(rulebook.urgentWindowDaysMin, 'urgentWindowDaysMin');
  return reasonMissing(urgentReason, '2.1 Written reasons');
}

/** The institution freezes a version: before opening, or one changed in the light of the assessments. */
export const freezeVersion: Rule<ConsultationProcedure, 'proposal.frozen'> = {
  apply: (procedure, { text }) => {
    const why = versionRefused(procedure.versions, text);
    return why ? refused(why) : accepted({ ...procedure, versions: withVersion(procedure.versions, text) });
  },
};

/** The institution withdraws its text, with a reason. */
export const withdraw: Rule<ConsultationProcedure, 'consultation.withdrawn'> = {
  apply: (procedure, { reason }, now) => {
    const why = reasonMissing(reason, '2.1 Written reasons');
    return why ? refused(why) : accepted({ ...enter(procedure, 'withdrawn', now), withdrawal: { reason, at: now } });
  },
};
