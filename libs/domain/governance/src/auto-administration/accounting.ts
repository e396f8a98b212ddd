import { type AutoAdministrationProcedure } from '../auto-administration-procedure.js';
import { type LedgerEntry } from '../mandate.js';
import { accepted, refused, type Rule } from '../mode-procedure.js';
import { reasonMissing } from '../refuse.js';
import { enter } from './stages.js';
import { latestSubmission } from './voting.js';

/** The decision note: what was decided, in a few words for everybody (domain.md 2.2, In writing). A later one replaces it. */
export const noteDecision: Rule<AutoAdministrationProcedure, 'decision.noted'> = {
  apply: (procedure, { by, text }, now) => {
    const why = reasonMissing(text, '2.2 In writing');
    return why ? refused(why) : accepted({ ...procedure, note: { text, by: by.member, at: now } });
  },
};

/** A report of the mandate gives account of the effective decision. */
export const reportDecision: Rule<AutoAdministrationProcedure, 'decision.reported'> = {
  apply: (procedure, { report }, now) =>
    accepted({ ...enter(procedure, 'reported', now), reported: { report, at: now } }),
};

/** What the decision holds of the mandate's budget at its stage, an ordinary one 0; `null` where it holds nothing. */
export function ledgerEntryOf(procedure: AutoAdministrationProcedure): Omit<LedgerEntry, 'proposal'> | null {
  const { stage, adoption } = procedure;
  if (stage === 'voting') {
    const submission = latestSubmission(procedure);
    return submission && entry(submission.version, submission.terms.amount, 'reserved');
  }
  if (!adoption) return null;
  if (stage === 'standstill' || stage === 'called_in') return entry(adoption.version, adoption.amount, 'committed');
  return stage === 'effective' || stage === 'reported' ? entry(adoption.version, adoption.amount, 'spent') : null;
}

const entry = (version: number, amount: number, state: LedgerEntry['state']): Omit<LedgerEntry, 'proposal'> => ({
  version,
  amount,
  state,
});
