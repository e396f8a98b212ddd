import { type Instant } from '@tavolo/kernel';
import { accepted, refused, type Rule } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { type Consequence } from '../procedure.js';
import { reasonMissing } from '../refuse.js';
import { enter, limitOf, type PlanningChange } from './stages.js';

/** The table has adopted. Where law reserves the act to an organ, the organ is asked at once (domain.md 2.2, Decides finally). */
export function adopt(
  procedure: PlanningProcedure,
  adoption: NonNullable<PlanningProcedure['adoption']>,
): PlanningChange {
  const { by, version, ballot, at, explanation } = adoption;
  const consequence: Consequence = { name: 'proposal.adopted', at, data: { by, version, vote: ballot }, explanation };
  const adopted: PlanningProcedure = { ...enter(procedure, 'adopted', at), adoption };
  const organ = procedure.rulebook.ratifyingOrgan;
  if (!organ) return { procedure: adopted, consequences: [consequence] };
  return askOrgan(adopted, consequence, at, organ.days);
}

function askOrgan(adopted: PlanningProcedure, before: Consequence, at: Instant, days: number): PlanningChange {
  const until = limitOf(adopted, at, days);
  const organ = { requestedAt: at, until, answer: null, reason: null };
  return {
    procedure: { ...enter(adopted, 'awaiting_organ', at, until), organ },
    consequences: [before, { name: 'organ.requested', at, data: { until } }],
  };
}

/** The organ confirms: the way to the agreement is free. Its time limit does not answer for it. */
export const organConfirms: Rule<PlanningProcedure, 'organ.confirmed'> = {
  apply: (procedure, { reason }, now) =>
    accepted({ ...enter(procedure, 'adopted', now), ...answer(procedure, 'confirmed', reason) }),
};

/** The organ refuses, and gives its reasons. */
export const organRefuses: Rule<PlanningProcedure, 'organ.refused'> = {
  apply: (procedure, { reason }, now) => {
    const why = reasonMissing(reason, '2.2 Decides finally');
    if (why) return refused(why);
    return accepted({ ...enter(procedure, 'refused', now), ...answer(procedure, 'refused', reason) });
  },
};

function answer(
  { organ }: PlanningProcedure,
  given: 'confirmed' | 'refused',
  reason: string | null,
): Pick<PlanningProcedure, 'organ'> {
  return { organ: organ && { ...organ, answer: given, reason } };
}
