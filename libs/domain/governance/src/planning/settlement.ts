import { recusedRefusal } from '../ballots/leave-ballot.js';
import { branch, factLeaf } from '../explain.js';
import { type Explanation } from '../explanation.js';
import { versionRefused, withVersion } from '../frozen-versions.js';
import { accepted, refused, type Rule } from '../mode-procedure.js';
import { type Confirmation, type PlanningProcedure } from '../planning-procedure.js';
import { refusal } from '../refuse.js';
import { hasRole, seatOf } from '../seats-of.js';
import { type Actor, type Composition, type Sector } from '../seat.js';
import { enter } from './stages.js';

const rule = '2.3 Planning';

/** In which quality someone confirms: roles come first, for they add no vote. */
export function confirmsAs(actor: Actor, table: Composition): Confirmation['as'] | null {
  return hasRole(actor, 'facilitator') ? 'facilitator' : (seatOf(actor, table)?.sector ?? null);
}

/** Facilitator or a person for a party confirms one text; a later confirmation for the same party replaces the earlier one. */
export const confirmSettlement: Rule<PlanningProcedure, 'settlement.confirmed'> = {
  guard: recusedRefusal,
  apply: (procedure, { by, table, textHash }, now) => {
    if (textHash.trim() === '') return refused(refusal('text_required', '2.1 Frozen text'));
    const as = confirmsAs(by, table);
    if (as === null) return refused(refusal('not_your_role', rule, { needed: ['facilitator', 'party'] }));
    const given = procedure.confirmations.find((one) => one.as === as);
    if (given?.textHash === textHash) return refused(refusal('already_done', rule, { as }));
    const others = procedure.confirmations.filter((one) => one.as !== as);
    return accepted({ ...procedure, confirmations: [...others, { as, by: by.member, textHash, at: now }] });
  },
};

/** A confirmation is taken back while the text is not settled. */
export const withdrawSettlement: Rule<PlanningProcedure, 'settlement.withdrawn'> = {
  guard: (procedure, actor, table) => {
    const why = recusedRefusal(procedure, actor);
    if (why) return why;
    const as = confirmsAs(actor, table);
    const given = procedure.confirmations.some((one) => one.as === as);
    return given ? null : refusal('already_done', rule, { as: String(as) });
  },
  apply: (procedure, { by, table }) => {
    const as = confirmsAs(by, table);
    return accepted({ ...procedure, confirmations: procedure.confirmations.filter((one) => one.as !== as) });
  },
};

/** Whether the facilitator and one person of each party have confirmed one and the same text, and which (domain.md 2.3). */
export interface Settlement {
  readonly complete: boolean;
  /** The text that most recently got a confirmation; `null` while there is none. */
  readonly textHash: string | null;
  readonly missing: readonly Confirmation['as'][];
  readonly explanation: Explanation;
}

export function isSettlementComplete({ confirmations, rulebook }: PlanningProcedure): Settlement {
  const textHash = confirmations.at(-1)?.textHash ?? null;
  const confirmed = (as: Confirmation['as']): boolean =>
    confirmations.some((one) => one.as === as && one.textHash === textHash);
  const party = (sector: Sector): Explanation =>
    factLeaf('settlement.party', confirmed(sector), { values: { sector } });
  const explanation = branch('settlement', 'all', [
    factLeaf('settlement.facilitator', confirmed('facilitator')),
    ...rulebook.parties.map(party),
  ]);
  const everyone: readonly Confirmation['as'][] = ['facilitator', ...rulebook.parties];
  return { complete: explanation.held, textHash, missing: everyone.filter((as) => !confirmed(as)), explanation };
}

/**
 * The confirmed text freezes as a version. Refused until the set of confirmations is complete and stands for exactly this text, so it is
 * safe to try in the same transaction as the confirmation that may complete it. Settled in mediation, the next ballot is the last one.
 */
export const settle: Rule<PlanningProcedure, 'proposal.settled'> = {
  guard: (procedure) => {
    const { complete, missing, explanation } = isSettlementComplete(procedure);
    return complete ? null : refusal('second_person_required', rule, { missing }, explanation);
  },
  apply: (procedure, { text }, now) => {
    const { textHash } = isSettlementComplete(procedure);
    if (text.textHash !== textHash)
      return refused(refusal('text_changed', '2.1 Frozen text', { textHash: String(textHash) }));
    const why = versionRefused(procedure.versions, text);
    if (why) return refused(why);
    const versions = withVersion(procedure.versions, text);
    const lastBallot = procedure.lastBallot || procedure.stage === 'mediation';
    return accepted({ ...enter(procedure, 'settled', now), versions, lastBallot, textFrozen: true });
  },
};
