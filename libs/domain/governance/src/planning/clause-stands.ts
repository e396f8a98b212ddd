import { recusedRefusal } from '../ballots/leave-ballot.js';
import { accepted, refused, type Rule } from '../mode-procedure.js';
import { type ClauseStand, type PlanningProcedure, type Stand } from '../planning-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { seatOf } from '../seats-of.js';
import { latestStand, negotiationRound } from './negotiation.js';

const rule = '2.3 Planning';

/** An objection needs its reason and the change that would meet it (domain.md 2.3, Consent round); of another stand nothing more is asked. */
export function objectionRefused({
  stand,
  reason,
  change,
}: Pick<Stand, 'stand' | 'reason' | 'change'>): Refusal | null {
  if (stand !== 'objection') return null;
  const place = '2.3 Consent round';
  return reasonMissing(reason, place) ?? (reasonMissing(change, place) ? refusal('change_required', place) : null);
}

/**
 * A party says how it stands on one clause. domain.md names the spokesperson where a stand is compared with the mandate of a bench, and one
 * person per party where a text is confirmed. Who speaks for a bench is known in its room alone, so the table asks what it asks of a
 * confirmation: a voting seat of the party. The party has one stand on a clause, the last one that was stated, with the name of who did; what
 * was said before stays. Which mandate stands behind it is the party's own affair, until it asks its bench to ratify.
 */
export const stateStand: Rule<PlanningProcedure, 'stand.stated'> = {
  guard: recusedRefusal,
  apply: (procedure, { by, table, clause, textHash, stand, reason, change }, now) => {
    const party = seatOf(by, table)?.sector;
    if (party === undefined) return refused(refusal('not_your_role', rule, { needed: ['party'] }));
    if (clause.trim() === '') return refused(refusal('unknown_clause', rule, { clause }));
    if (textHash.trim() === '') return refused(refusal('text_required', '2.1 Frozen text'));
    const why = objectionRefused({ stand, reason, change });
    if (why) return refused(why);
    const round = negotiationRound(procedure);
    const stated: ClauseStand = {
      ...{ round, clause, textHash, party, stand, reason, change: stand === 'objection' ? change : null },
      ...{ at: now, by: by.member },
    };
    const before = latestStand(procedure, clause, party);
    if (before && nothingNew(before, stated)) return refused(refusal('already_done', rule));
    return accepted({ ...procedure, clauseStands: [...(procedure.clauseStands ?? []), stated] });
  },
};

/** The same again without a word. Words are not compared: whoever replays the log has only their number. */
const nothingNew = (before: ClauseStand, stated: ClauseStand): boolean =>
  before.reason === null &&
  stated.reason === null &&
  (['round', 'textHash', 'stand'] as const).every((part) => before[part] === stated[part]);

/**
 * The facilitator opens the next round (domain.md 2.2, Time: rounds set by the facilitator): from now on what moves is compared with how the
 * clauses read, and how the parties stood, at this moment. A round in which no party has said anything is not followed by another one.
 */
export const openNegotiationRound: Rule<PlanningProcedure, 'negotiation_round.opened'> = {
  guard: (procedure) => {
    const round = negotiationRound(procedure);
    const said = (procedure.clauseStands ?? []).some((one) => one.round === round);
    return said ? null : refusal('already_done', '2.2 Time', { round });
  },
  apply: (procedure, { clauses }, now) => {
    const round = { n: negotiationRound(procedure) + 1, openedAt: now, clauses };
    return accepted({ ...procedure, negotiationRounds: [...(procedure.negotiationRounds ?? []), round] });
  },
};
