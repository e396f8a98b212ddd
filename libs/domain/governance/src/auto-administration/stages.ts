import { type AutoAdministrationProcedure, type AutoAdministrationStage } from '../auto-administration-procedure.js';
import { type Instant } from '@tavolo/kernel';
import { type Change } from '../mode-procedure.js';

/** A decision under a mandate and what followed. */
export type DecisionChange = Change<AutoAdministrationProcedure>;

/** The decision at another stage, from `since` on. */
export const enter = (
  procedure: AutoAdministrationProcedure,
  stage: AutoAdministrationStage,
  since: Instant,
  until: Instant | null = null,
): AutoAdministrationProcedure => ({ ...procedure, stage, since, deadline: until });
