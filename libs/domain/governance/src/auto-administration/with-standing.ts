import { type AutoAdministrationProcedure } from '../auto-administration-procedure.js';
import { type MandateStanding } from '../mandate.js';
import { type Procedure } from '../procedure.js';

/**
 * Tells a decision how its mandate stands, as it was last recorded; what follows from that comes with `advance` or the next act. Other
 * procedures, and decisions under another mandate, are left alone.
 */
export const withStanding = <P extends Procedure>(procedure: P, standing: MandateStanding): P =>
  isDecision(procedure) && procedure.mandate.key === standing.key ? { ...procedure, mandate: standing } : procedure;

const isDecision = (procedure: Procedure): procedure is AutoAdministrationProcedure =>
  procedure.mode === 'auto_administration';
