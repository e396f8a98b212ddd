import { type ConsultationProcedure } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';

/** Until when assessments are given: the end of the latest extension, else of the window; `null` before the consultation is open. */
export const lastMoment = ({ window, extension }: ConsultationProcedure): Instant | null =>
  extension?.until ?? window?.closesAt ?? null;
