import { type ConsultationProcedure, type ConsultationStage } from '../consultation-procedure.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { seatOf } from '../seats-of.js';
import { type Actor, type Composition } from '../seat.js';

const writable: readonly ConsultationStage[] = ['draft', 'closed', 'responding', 'overdue'];

/** Only the deciding institution writes: the draft, and after closing the changes that it makes in the light of the assessments. */
export function consultationWritingRefused(
  { stage }: ConsultationProcedure,
  actor: Actor,
  table: Composition,
): Refusal | null {
  if (!writable.includes(stage)) return refusal('wrong_stage', '2.1 Frozen text', { stage });
  if (seatOf(actor, table)?.decidingAuthority) return null;
  return refusal('not_your_role', '2.2 Amends', { needed: ['decidingAuthority'] });
}
