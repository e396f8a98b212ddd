import { type Instant } from '@tavolo/kernel';
import { recusedRefusal } from '../ballots/leave-ballot.js';
import { accepted, acceptedChange, refused, type Rule } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { electorateOf, seatOf } from '../seats-of.js';
import { type Actor, type Composition, type Sector } from '../seat.js';
import { enter, limitOf, type PlanningChange } from './stages.js';
import { backToNegotiation, writable } from './text.js';

const rule = '2.3 Planning, settled → ratifying';

function ofAnotherSector(actor: Actor, table: Composition, sector: Sector | undefined): Refusal | null {
  if (seatOf(actor, table)?.sector === sector) return null;
  return refusal('not_your_role', rule, { needed: ['party'], sector: String(sector) });
}

/** A party says that the settled text exceeds its negotiating mandate: its bench is asked, once for one text. */
export const requestRatification: Rule<PlanningProcedure, 'ratification.requested'> = {
  guard: recusedRefusal,
  apply: (procedure, { by, table, sector }, now) => {
    const why = ofAnotherSector(by, table, sector);
    if (why) return refused(why);
    if (procedure.ratified.includes(sector)) return refused(refusal('already_done', rule, { sector }));
    const until = limitOf(procedure, now, procedure.rulebook.ratificationDays);
    const ratification = { sector, requestedAt: now, requestedBy: by.member, until };
    return accepted({ ...enter(procedure, 'ratifying', now, until), ratification });
  },
};

/**
 * Why somebody may not answer for the bench; `null` when she may. The answer is the bench's, not of the one who asked it: she may give it
 * only where nobody else of the bench has a vote.
 */
export const answerRefused = (procedure: PlanningProcedure, actor: Actor, table: Composition): Refusal | null =>
  ofAnotherSector(actor, table, procedure.ratification?.sector) ??
  recusedRefusal(procedure, actor) ??
  ofTheOneWhoAsked(procedure, actor, table);

function ofTheOneWhoAsked(
  { ratification, recusals }: PlanningProcedure,
  { member }: Actor,
  table: Composition,
): Refusal | null {
  if (ratification?.requestedBy !== member) return null;
  const bench = electorateOf(table, recusals).electorate.filter(({ sector }) => sector === ratification.sector);
  return bench.length > 1 ? refusal('second_person_required', rule, { sector: ratification.sector }) : null;
}

/** The bench approves. */
export const giveRatification: Rule<PlanningProcedure, 'ratification.given'> = {
  guard: answerRefused,
  apply: (procedure, _act, now) => {
    const { ratification, ratified } = procedure;
    const sectors = ratification ? [...ratified, ratification.sector] : ratified;
    return accepted({ ...enter(procedure, 'settled', now), ratification: null, ratified: sectors });
  },
};

/** The bench sends the text back, with a reason. */
export const refuseRatification: Rule<PlanningProcedure, 'ratification.refused'> = {
  guard: answerRefused,
  apply: (procedure, { reason }, now) => {
    const why = reasonMissing(reason, '2.1 Written reasons');
    return why ? refused(why) : acceptedChange({ procedure: sendBack(procedure, now), consequences: [] });
  },
};

/** Silence sends back. */
export const ratificationLapses = (procedure: PlanningProcedure, at: Instant): PlanningChange => ({
  procedure: sendBack(procedure, at),
  consequences: [
    { name: 'ratification.refused', at, data: { sector: procedure.ratification?.sector ?? null, silence: true } },
  ],
});

const sendBack = (procedure: PlanningProcedure, at: Instant): PlanningProcedure =>
  writable(backToNegotiation(procedure, at));
