import { deadline, type Instant } from '@tavolo/kernel';
import { type ConsultationProcedure, type ConsultationStage } from '../consultation-procedure.js';
import { type Change } from '../mode-procedure.js';

/** A consultation and what followed. */
export type ConsultationChange = Change<ConsultationProcedure>;

/** The consultation at another stage, from `since` on. */
export const enter = (
  procedure: ConsultationProcedure,
  stage: ConsultationStage,
  since: Instant,
  until: Instant | null = null,
): ConsultationProcedure => ({ ...procedure, stage, since, deadline: until });

/** A time limit of `days` from `from`, in the days and holidays of the rulebook. */
export const limitOf = ({ rulebook }: ConsultationProcedure, from: Instant, days: number): Instant =>
  deadline({ from, days, zone: rulebook.zone, holidays: rulebook.holidays });
