import { givenMandate, type Procedure } from '@tavolo/governance';

/** Number of the mandate that was put forward last; 0 where there is none. */
export const newestMandate = (procedure: Procedure): number =>
  procedure.mode === 'planning' ? (procedure.mandates?.at(-1)?.n ?? 0) : 0;

/** Number of the mandate under which the spokesperson speaks; 0 where there is none. */
export const givenNow = (procedure: Procedure): number =>
  procedure.mode === 'planning' ? (givenMandate(procedure.mandates)?.n ?? 0) : 0;
