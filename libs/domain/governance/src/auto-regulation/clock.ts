import { type Instant } from '@tavolo/kernel';
import { type AutoRegulationProcedure } from '../auto-regulation-procedure.js';
import { explainEntry } from './entry-condition.js';
import { nextWithdrawal, withdrawalDue, withdrawalTakesEffect } from './leaving.js';
import { enter, type CharterChange } from './stages.js';

/** When the clock changes a charter next: the end of signing or of the risk, or a withdrawal. */
export function charterDue(procedure: AutoRegulationProcedure): Instant | null {
  const { stage, deadline } = procedure;
  const stageEnds = stage === 'signing' || stage === 'at_risk' ? deadline : null;
  const leaves = stage === 'lapsed' || stage === 'not_in_force' ? null : withdrawalDue(procedure);
  return [stageEnds, leaves].filter((due) => due !== null).toSorted()[0] ?? null;
}

/** What the clock brings about at that instant. */
export function charterOnDue(procedure: AutoRegulationProcedure, at: Instant): CharterChange {
  const withdrawal = nextWithdrawal(procedure);
  if (withdrawal?.effectiveAt === at) return withdrawalTakesEffect(procedure, withdrawal);
  const condition = explainEntry(procedure);
  const data = { version: procedure.version, signatories: procedure.signatures.length };
  const [stage, name] =
    procedure.stage === 'signing'
      ? (['not_in_force', 'charter.not_in_force'] as const)
      : (['lapsed', 'charter.lapsed'] as const);
  return {
    procedure: { ...enter(procedure, stage, at), condition, amendment: null },
    consequences: [{ name, at, data, explanation: condition }],
  };
}
