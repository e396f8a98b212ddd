import { type ProcedureActName } from '../acts.js';
import { type Expectation, type ExpectationKey } from '../expectation.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { type Actor } from '../seat.js';

/** Of whom something is expected; `null` for the public. */
export type Who = Actor | null;

/** One expectation, until the stage ends. */
export const expect = (
  { deadline }: PlanningProcedure,
  key: ExpectationKey,
  act: ProcedureActName | null = null,
  params: Expectation['params'] = {},
): Expectation => ({ key, act, until: deadline, params });
