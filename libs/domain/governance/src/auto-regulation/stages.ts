import { deadline, type Instant } from '@tavolo/kernel';
import { type AutoRegulationProcedure, type AutoRegulationStage } from '../auto-regulation-procedure.js';
import { type Change } from '../mode-procedure.js';

/** A charter and what followed. */
export type CharterChange = Change<AutoRegulationProcedure>;

/** The charter at another stage, from `at` on. */
export const enter = (
  procedure: AutoRegulationProcedure,
  stage: AutoRegulationStage,
  since: Instant,
  until: Instant | null = null,
): AutoRegulationProcedure => ({ ...procedure, stage, since, deadline: until });

/** A time limit of `days` from `from`, in the days and holidays of the rulebook. */
export const limitOf = ({ rulebook }: AutoRegulationProcedure, from: Instant, days: number): Instant =>
  deadline({ from, days, zone: rulebook.zone, holidays: rulebook.holidays });

/** Stages in which the charter binds its signatories. */
export const binding: readonly AutoRegulationStage[] = ['in_force', 'amended', 'at_risk'];
