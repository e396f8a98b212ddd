import { type AutoRegulationProcedure, type Breach } from '../auto-regulation-procedure.js';
import { accepted, acceptedChange, refused, type Rule } from '../mode-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { depart } from './leaving.js';
import { notASignatory, signatoriesOnly, subjectOf } from './subjects.js';

/** A signatory says that another did not keep the charter; the two are to talk first. */
export const raiseBreach: Rule<AutoRegulationProcedure, 'breach.raised'> = {
  guard: signatoriesOnly,
  apply: (procedure, { by, table, subject, reason }, now) => {
    const raisedBy = subjectOf(by, table)?.id ?? '';
    const why = notASignatory(procedure, subject) ?? reasonMissing(reason, '2.3 Auto-regulation');
    if (why) return refused(why);
    if (raisedBy === subject) return refused(refusal('second_person_required', '2.3 Auto-regulation', { subject }));
    const n = procedure.breaches.length + 1;
    const breach: Breach = { n, subject, raisedBy, reason, at: now, finding: null, exclusion: [] };
    return accepted({ ...procedure, breaches: [...procedure.breaches, breach] });
  },
};

/** What was found after the talk is published. */
export const publishFinding: Rule<AutoRegulationProcedure, 'breach.found'> = {
  apply: (procedure, { breach: n, finding }, now) => {
    const breach = procedure.breaches.find((one) => one.n === n);
    const why = unknown(breach, n) ?? reasonMissing(finding, '2.3 Auto-regulation');
    if (why || !breach) return refused(why ?? refusal('unknown_breach', '2.3 Auto-regulation', { breach: n }));
    if (breach.finding) return refused(refusal('already_done', '2.3 Auto-regulation', { breach: n }));
    return accepted(withBreach(procedure, { ...breach, finding: { text: finding, at: now } }));
  },
};

/** Exclusion needs a published finding and the support of all other signatories. */
export const supportExclusion: Rule<AutoRegulationProcedure, 'exclusion.supported'> = {
  guard: signatoriesOnly,
  apply: (procedure, { by, table, breach: n }, now) => {
    const supporter = subjectOf(by, table)?.id ?? '';
    const breach = procedure.breaches.find((one) => one.n === n);
    if (!breach) return refused(refusal('unknown_breach', '2.3 Auto-regulation', { breach: n }));
    const { subject, finding, exclusion } = breach;
    const why = notASignatory(procedure, subject);
    if (why) return refused(why);
    if (!finding) return refused(refusal('text_required', '2.3 Auto-regulation', { breach: n }));
    if (supporter === subject) return refused(refusal('second_person_required', '2.3 Auto-regulation', { subject }));
    if (exclusion.includes(supporter)) return refused(refusal('already_done', '2.3 Auto-regulation', { breach: n }));
    const supported = withBreach(procedure, { ...breach, exclusion: [...exclusion, supporter] });
    const others = supported.signatures.filter((one) => one.subject !== subject);
    const all = others.every((one) => one.subject === supporter || exclusion.includes(one.subject));
    if (!all) return accepted(supported);
    const after = depart(supported, { subject, reason: finding.text, at: now, how: 'excluded' });
    const data = { subject, breach: n, signatories: others.length };
    return acceptedChange({
      ...after,
      consequences: [{ name: 'signatory.excluded', at: now, data }, ...after.consequences],
    });
  },
};

const unknown = (breach: Breach | undefined, n: number): Refusal | null =>
  breach ? null : refusal('unknown_breach', '2.3 Auto-regulation', { breach: n });

const withBreach = (procedure: AutoRegulationProcedure, breach: Breach): AutoRegulationProcedure => ({
  ...procedure,
  breaches: procedure.breaches.map((one) => (one.n === breach.n ? breach : one)),
});
