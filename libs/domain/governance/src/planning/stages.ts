import { deadline, type Instant } from '@tavolo/kernel';
import { type ConsentRound, type PlanningProcedure, type PlanningStage } from '../planning-procedure.js';
import { type Change } from '../mode-procedure.js';

/** A planning procedure and what followed. */
export type PlanningChange = Change<PlanningProcedure>;

/** The procedure at another stage, from `at` on. */
export const enter = (
  procedure: PlanningProcedure,
  stage: PlanningStage,
  since: Instant,
  until: Instant | null = null,
): PlanningProcedure => ({ ...procedure, stage, since, deadline: until });

/** A time limit of `days` from `from`, in the days and holidays of the rulebook. */
export const limitOf = ({ rulebook }: PlanningProcedure, from: Instant, days: number): Instant =>
  deadline({ from, days, zone: rulebook.zone, holidays: rulebook.holidays });

/** The consent round that is open, or `null`. */
export const runningRound = ({ consentRounds }: PlanningProcedure): ConsentRound | null =>
  consentRounds.find(({ closedAt }) => closedAt === null) ?? null;

/** The procedure with one of its consent rounds replaced. */
export const withRound = (procedure: PlanningProcedure, round: ConsentRound): PlanningProcedure => ({
  ...procedure,
  consentRounds: procedure.consentRounds.map((one) => (one.n === round.n ? round : one)),
});
