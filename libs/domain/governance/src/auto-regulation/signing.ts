import { type AutoRegulationProcedure, type Reservation, type Subject } from '../auto-regulation-procedure.js';
import { acceptedChange, accepted, refused, type Rule } from '../mode-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { afterSignatories } from './entry-condition.js';
import { enter, limitOf } from './stages.js';
import { isSignatory, notRepresented, subjectOf } from './subjects.js';

/** Signing lasts as long as the rulebook says. */
export const openSigning: Rule<AutoRegulationProcedure, 'signing.opened'> = {
  apply: (procedure, _act, now) => {
    const until = limitOf(procedure, now, procedure.rulebook.signingDays);
    return accepted({ ...enter(procedure, 'signing', now, until), signing: { openedAt: now, until, extensions: 0 } });
  },
};

/** Once extended by the same time, with reason (domain.md 2.2, Time). */
export const extendSigning: Rule<AutoRegulationProcedure, 'signing.extended'> = {
  guard: ({ signing, rulebook }) =>
    (signing?.extensions ?? 0) < rulebook.signingExtensions ? null : refusal('already_done', '2.2 Time'),
  apply: (procedure, { reason }) => {
    const why = reasonMissing(reason, '2.2 Time');
    if (why) return refused(why);
    const { signing } = procedure;
    if (!signing) return refused(refusal('already_done', '2.2 Time'));
    const until = limitOf(procedure, signing.until, procedure.rulebook.signingDays);
    return accepted({
      ...procedure,
      deadline: until,
      signing: { ...signing, until, extensions: signing.extensions + 1 },
    });
  },
};

/**
 * A subject signs for itself, also after the charter is in force: it accedes. As soon as the entry condition holds, the charter is in
 * force. Reservations only where the rulebook allows them, each to a clause of the text, with its words.
 */
export const sign: Rule<AutoRegulationProcedure, 'charter.signed'> = {
  apply: (procedure, { by, table, subject: id, reservations }, now) => {
    const subject = subjectOf(by, table);
    const why = notRepresented(id, by, table) ?? reservationsRefused(procedure, reservations);
    if (why || !subject) return refused(why ?? refusal('not_represented', '2.3 Auto-regulation', { subject: id }));
    if (isSignatory(procedure, id)) return refused(refusal('already_done', '2.3 Auto-regulation', { subject: id }));
    const { version } = procedure;
    if (version === null) return refused(refusal('text_required', '2.1 Frozen text'));
    const signature = { subject: id, sector: subject.sector, by: by.member, version, reservations, at: now };
    return acceptedChange(
      afterSignatories(
        {
          ...procedure,
          invited: withSubject(procedure.invited, subject),
          signatures: [...procedure.signatures, signature],
          declined: procedure.declined.filter((one) => one.subject !== id),
        },
        now,
      ),
    );
  },
};

const withSubject = (invited: readonly Subject[], subject: Subject): readonly Subject[] =>
  invited.some(({ id }) => id === subject.id) ? invited : [...invited, subject];

function reservationsRefused(
  { rulebook, versions, version }: AutoRegulationProcedure,
  reservations: readonly Reservation[],
): Refusal | null {
  if (reservations.length === 0) return null;
  if (!rulebook.reservations) return refusal('reservations_not_allowed', '2.2 Objection');
  const clauses = versions.find((one) => one.version === version)?.clauses ?? [];
  const unknown = reservations.find(({ clause }) => !clauses.includes(clause));
  if (unknown) return refusal('unknown_clause', '2.2 Objection', { clause: unknown.clause });
  return reservations.map(({ text }) => reasonMissing(text, '2.2 Objection')).find((why) => why !== null) ?? null;
}

/** A subject says that it does not sign; it may still sign later. */
export const decline: Rule<AutoRegulationProcedure, 'charter.declined'> = {
  apply: (procedure, { by, table, subject, reason }, now) => {
    const why = notRepresented(subject, by, table) ?? reasonMissing(reason, '2.3 Auto-regulation');
    if (why) return refused(why);
    if (isSignatory(procedure, subject)) return refused(refusal('already_done', '2.3 Auto-regulation', { subject }));
    const others = procedure.declined.filter((one) => one.subject !== subject);
    return accepted({ ...procedure, declined: [...others, { subject, reason, at: now }] });
  },
};
