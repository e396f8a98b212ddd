import { type AutoRegulationProcedure, type Subject } from '../auto-regulation-procedure.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { seatOf } from '../seats-of.js';
import { type Actor, type Composition, type Seat } from '../seat.js';

const idOf = ({ organisation, id }: Seat): string => organisation ?? id;

/** All subjects of a table: organisations, and seats without one, that hold a filled seat with a vote (domain.md 2.3). */
export function subjectsOf({ seats }: Composition): readonly Subject[] {
  const voting = seats.filter(({ right, holder }) => right === 'vote' && holder !== null);
  return [...new Set(voting.map(idOf))].flatMap((id) => {
    const own = voting.filter((seat) => idOf(seat) === id);
    return own[0] ? [{ id, sector: own[0].sector, seats: own.map((seat) => seat.id) }] : [];
  });
}

/** The subject for which someone speaks at the table; `null` when for none. */
export function subjectOf(actor: Actor, table: Composition): Subject | null {
  const seat = seatOf(actor, table);
  return seat ? (subjectsOf(table).find(({ seats }) => seats.includes(seat.id)) ?? null) : null;
}

/** Nobody signs, declines or leaves for another: a signature binds only its signer. */
export const notRepresented = (subject: string, actor: Actor, table: Composition): Refusal | null =>
  subjectOf(actor, table)?.id === subject ? null : refusal('not_represented', '2.3 Auto-regulation', { subject });

export const isSignatory = ({ signatures }: AutoRegulationProcedure, subject: string): boolean =>
  signatures.some((one) => one.subject === subject);

export const notASignatory = (procedure: AutoRegulationProcedure, subject: string): Refusal | null =>
  isSignatory(procedure, subject) ? null : refusal('not_a_signatory', '2.2 Threshold', { subject });

/** Refuses whoever speaks for no signatory. */
export function signatoriesOnly(procedure: AutoRegulationProcedure, actor: Actor, table: Composition): Refusal | null {
  const subject = subjectOf(actor, table)?.id ?? '';
  return notASignatory(procedure, subject);
}
