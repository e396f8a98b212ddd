import { type Instant } from '@tavolo/kernel';
import { type AutoRegulationProcedure, type Signature } from '../auto-regulation-procedure.js';
import { branch, numbersLeaf } from '../explain.js';
import { type Explanation } from '../explanation.js';
import { type AutoRegulationRulebook } from '../rulebook.js';
import { binding, enter, limitOf, type CharterChange } from './stages.js';

/** Whether enough have signed, from enough sectors (domain.md 2.2, Quorum). */
export function explainEntry({
  signatures,
  rulebook: { entry },
}: {
  readonly signatures: readonly Pick<Signature, 'sector'>[];
  readonly rulebook: Pick<AutoRegulationRulebook, 'entry'>;
}): Explanation {
  const sectors = new Set(signatures.map(({ sector }) => sector)).size;
  return branch(
    'entry',
    'all',
    [
      numbersLeaf('entry.signatories', signatures.length, 'atLeast', entry.minSignatories, { rule: 'entry' }),
      numbersLeaf('entry.sectors', sectors, 'atLeast', entry.minSectors, { rule: 'entry' }),
    ],
    { rule: 'entry' },
  );
}

/**
 * "Unanimous" only if all invited signed and nobody objected, declined or left (domain.md 2.3): the word is never used for a majority.
 */
export const isUnanimous = ({ invited, signatures, stage }: AutoRegulationProcedure): boolean =>
  binding.includes(stage) && invited.every(({ id }) => signatures.some(({ subject }) => subject === id));

/** What the signatories, as they are now, make of the charter: it enters into force, is at risk, or recovers. */
export function afterSignatories(procedure: AutoRegulationProcedure, at: Instant): CharterChange {
  const condition = explainEntry(procedure);
  const current: AutoRegulationProcedure = { ...procedure, condition };
  const { signatures, stage, inForceSince, version } = current;
  const data = { version, signatories: signatures.length };
  if (condition.held && stage === 'signing') {
    return {
      procedure: { ...enter(current, 'in_force', at), inForceSince: at },
      consequences: [{ name: 'charter.entered_into_force', at, data, explanation: condition }],
    };
  }
  if (condition.held && stage === 'at_risk') {
    return {
      procedure: enter(current, inForceStage(current), at),
      consequences: [{ name: 'charter.recovered', at, data, explanation: condition }],
    };
  }
  if (!condition.held && inForceSince !== null && (stage === 'in_force' || stage === 'amended')) {
    const until = limitOf(current, at, current.rulebook.atRiskDays);
    return {
      procedure: enter(current, 'at_risk', at, until),
      consequences: [{ name: 'charter.at_risk', at, data: { ...data, until }, explanation: condition }],
    };
  }
  return { procedure: current, consequences: [] };
}

/** In force on its first version, or amended on a later one. */
export const inForceStage = ({ versions, version }: AutoRegulationProcedure): 'in_force' | 'amended' =>
  versions.some((one) => one.version !== version && one.version < (version ?? 0)) ? 'amended' : 'in_force';
