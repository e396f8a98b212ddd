import { localDateOf, plusDays, startOfDay, type Instant } from '@tavolo/kernel';
import { type AutoRegulationProcedure, type FormerSignatory, type Withdrawal } from '../auto-regulation-procedure.js';
import { accepted, acceptedChange, refused, type Rule } from '../mode-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { completeAmendment } from './amending.js';
import { afterSignatories } from './entry-condition.js';
import { type CharterChange } from './stages.js';
import { notASignatory, notRepresented } from './subjects.js';

/** A signatory withdraws: bound until the notice is over; obligations already due survive (domain.md 2.3). */
export const announceWithdrawal: Rule<AutoRegulationProcedure, 'withdrawal.announced'> = {
  apply: (procedure, { by, table, subject, reason }, now) => {
    const why =
      notRepresented(subject, by, table) ??
      notASignatory(procedure, subject) ??
      reasonMissing(reason, '2.2 In writing');
    if (why) return refused(why);
    if (procedure.withdrawals.some((one) => one.subject === subject))
      return refused(refusal('already_done', '2.3 Auto-regulation', { subject }));
    const { zone, withdrawalNoticeDays } = procedure.rulebook;
    const effectiveAt = startOfDay(plusDays(localDateOf(now, zone), withdrawalNoticeDays), zone);
    return accepted({
      ...procedure,
      withdrawals: [...procedure.withdrawals, { subject, reason, at: now, effectiveAt }],
    });
  },
};

/** While an amendment waits, a signatory that does not accept it may leave without notice. */
export const leave: Rule<AutoRegulationProcedure, 'charter.left'> = {
  guard: ({ amendment, stage }) =>
    amendment ? null : refusal('wrong_stage', '2.3 Auto-regulation', { stage, act: 'charter.left' }),
  apply: (procedure, { by, table, subject, reason }, now) => {
    const why =
      notRepresented(subject, by, table) ??
      notASignatory(procedure, subject) ??
      reasonMissing(reason, '2.2 In writing');
    if (why) return refused(why);
    return acceptedChange(depart(procedure, { subject, reason, at: now, how: 'left' }));
  },
};

/**
 * The charter without one of its signatories: an amendment may now have been accepted by all that are left, and the entry condition may
 * fail. What the signatory still owed is not forgotten, its commitments stay.
 */
export function depart(procedure: AutoRegulationProcedure, former: FormerSignatory): CharterChange {
  const { subject, at } = former;
  const gone: AutoRegulationProcedure = {
    ...procedure,
    signatures: procedure.signatures.filter((one) => one.subject !== subject),
    withdrawals: procedure.withdrawals.filter((one) => one.subject !== subject),
    former: [...procedure.former, former],
  };
  const amended = completeAmendment(gone, at);
  const after = afterSignatories(amended.procedure, at);
  return { procedure: after.procedure, consequences: [...amended.consequences, ...after.consequences] };
}

/** The notice is over. */
export function withdrawalTakesEffect(procedure: AutoRegulationProcedure, withdrawal: Withdrawal): CharterChange {
  const { subject, reason, effectiveAt: at } = withdrawal;
  const after = depart(procedure, { subject, reason, at, how: 'withdrawn' });
  const data = { subject, signatories: after.procedure.signatures.length };
  return { ...after, consequences: [{ name: 'withdrawal.took_effect', at, data }, ...after.consequences] };
}

/** The next withdrawal to take effect; `null` when none was announced. */
export const nextWithdrawal = ({ withdrawals }: AutoRegulationProcedure): Withdrawal | null =>
  withdrawals.toSorted((a, b) => (a.effectiveAt < b.effectiveAt ? -1 : 1))[0] ?? null;

export const withdrawalDue = (procedure: AutoRegulationProcedure): Instant | null =>
  nextWithdrawal(procedure)?.effectiveAt ?? null;
