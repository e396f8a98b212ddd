import { type AutoRegulationProcedure, type Subject } from '@tavolo/governance';

/** Stages in which a charter binds its signatories. */
export const isBinding = ({ stage }: AutoRegulationProcedure): boolean =>
  stage === 'in_force' || stage === 'amended' || stage === 'at_risk';

/** How a charter stands, in subjects: who was invited is in exactly one of the first four. */
export interface CharterStanding {
  readonly of: number;
  readonly signed: readonly string[];
  readonly declined: readonly string[];
  readonly undecided: readonly string[];
  /** Signed once, and are no signatories any more. */
  readonly gone: readonly string[];
  /** Signatories that have announced to withdraw. */
  readonly announced: readonly string[];
}

/** Who signed, declined, left or has not said anything. Whoever left and has signed or declined since is not counted as gone. */
export function charterStanding(procedure: AutoRegulationProcedure): CharterStanding {
  const ids = (some: readonly { readonly subject: string }[]): readonly string[] => some.map(({ subject }) => subject);
  const signed = ids(procedure.signatures);
  const declined = ids(procedure.declined);
  const gone = [...new Set(ids(procedure.former))].filter((id) => !signed.includes(id) && !declined.includes(id));
  const said = new Set([...signed, ...declined, ...gone]);
  return {
    of: procedure.invited.length,
    signed,
    declined,
    gone,
    undecided: procedure.invited.map(({ id }) => id).filter((id) => !said.has(id)),
    announced: ids(procedure.withdrawals),
  };
}

/** The sector of a subject, from those that were invited or from its signature. */
export const sectorOf = ({ invited, signatures }: AutoRegulationProcedure, id: string): Subject['sector'] | undefined =>
  invited.find((one) => one.id === id)?.sector ?? signatures.find(({ subject }) => subject === id)?.sector;
