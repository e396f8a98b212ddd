import { standstillEnd, type Instant } from '@tavolo/kernel';
import { type AutoAdministrationProcedure } from '../auto-administration-procedure.js';
import { enter, type DecisionChange } from './stages.js';

/** The holders have adopted: the decision stands still, so that the institution may call it in. These days do not move for holidays. */
export function standStill(
  procedure: AutoAdministrationProcedure,
  adopted: Omit<NonNullable<AutoAdministrationProcedure['adoption']>, 'until'>,
): DecisionChange {
  const { version, ballot, amount, at, explanation } = adopted;
  const { standstillDays: days, zone } = procedure.rulebook;
  const until = standstillEnd({ from: at, days, zone });
  return {
    procedure: { ...enter(procedure, 'standstill', at, until), adoption: { ...adopted, until } },
    consequences: [{ name: 'decision.adopted', at, data: { version, vote: ballot, amount, until }, explanation }],
  };
}

/** Nobody has called it in, or the guarantor did not uphold that: the decision is effective, whatever becomes of the mandate. */
export function takeEffect(procedure: AutoAdministrationProcedure, at: Instant): DecisionChange {
  const { adoption, mandate } = procedure;
  const data = { version: adoption?.version ?? null, amount: adoption?.amount ?? 0, mandate: mandate.key };
  return {
    procedure: { ...enter(procedure, 'effective', at), effectiveSince: at },
    consequences: [{ name: 'decision.took_effect', at, data }],
  };
}
