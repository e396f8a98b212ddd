import { type Instant } from '@tavolo/kernel';
import { type AutoRegulationProcedure } from '../auto-regulation-procedure.js';
import { accepted, acceptedChange, refused, type Rule } from '../mode-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { enter, type CharterChange } from './stages.js';
import { notASignatory, notRepresented } from './subjects.js';

/** A signatory accepts the new version; it takes effect when all have (domain.md 2.3, Amendment). */
export const acceptAmendment: Rule<AutoRegulationProcedure, 'charter.amendment_accepted'> = {
  guard: ({ amendment, stage }) =>
    amendment ? null : refusal('wrong_stage', '2.3 Auto-regulation', { stage, act: 'charter.amendment_accepted' }),
  apply: (procedure, { by, table, subject }, now) => {
    const { amendment } = procedure;
    const why = notRepresented(subject, by, table) ?? notASignatory(procedure, subject);
    if (why || !amendment) return refused(why ?? refusal('text_required', '2.1 Frozen text'));
    if (amendment.accepted.includes(subject))
      return refused(refusal('already_done', '2.3 Auto-regulation', { subject }));
    const accepting = { ...procedure, amendment: { ...amendment, accepted: [...amendment.accepted, subject] } };
    return acceptedChange(completeAmendment(accepting, now));
  },
};

/** The amendment is not pursued; the version in force stays. */
export const dropAmendment: Rule<AutoRegulationProcedure, 'charter.amendment_dropped'> = {
  guard: ({ amendment, stage }) =>
    amendment ? null : refusal('wrong_stage', '2.3 Auto-regulation', { stage, act: 'charter.amendment_dropped' }),
  apply: (procedure, { reason }) => {
    const why = reasonMissing(reason, '2.3 Auto-regulation');
    return why ? refused(why) : accepted({ ...procedure, amendment: null });
  },
};

/** Once every signatory that is left has accepted, the new version is in force for all of them. */
export function completeAmendment(procedure: AutoRegulationProcedure, at: Instant): CharterChange {
  const { amendment, signatures, stage } = procedure;
  if (!amendment || signatures.length === 0) return { procedure, consequences: [] };
  if (!signatures.every(({ subject }) => amendment.accepted.includes(subject))) return { procedure, consequences: [] };
  const { version } = amendment;
  const amended: AutoRegulationProcedure = {
    ...procedure,
    version,
    amendment: null,
    signatures: signatures.map((one) => ({ ...one, version })),
  };
  return {
    // A charter at risk stays at risk: a better text brings no further signatory.
    procedure: stage === 'at_risk' ? amended : enter(amended, 'amended', at),
    consequences: [{ name: 'charter.amended', at, data: { version, signatories: signatures.length } }],
  };
}
